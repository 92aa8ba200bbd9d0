/** Adds four-lane sums of `count` floats at `from`; a first kernel, so that the build has something to build. */
export function sumFloats(from: usize, count: i32): f32 {
  let sums = f32x4.splat(0)
  for (let i = 0; i < count; i += 4) sums = f32x4.add(sums, v128.load(from + ((<usize>i) << 2)))
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    f32x4.extract_lane(sums, 2) +
    f32x4.extract_lane(sums, 3)
  )
}
