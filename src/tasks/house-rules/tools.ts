import type { Subject } from './subjects.ts'

/** A parameter as the agent sees it: a name, and what it is about. */
export interface ParameterTemplate {
  name: string
  subject: Subject
}

/** An action of a business service and how people ask for it. */
export interface ToolTemplate {
  /** `service.action`. */
  name: string
  /** The first one carries the tool's characteristic rule. */
  parameters: readonly [ParameterTemplate, ...ParameterTemplate[]]
  /** Ways to ask: `{parameter}` stands for a mention, `{topic}` and `{company}` for words no rule depends on. */
  wordings: readonly string[]
}

const tool = (
  name: string,
  parameters: Readonly<Record<string, Subject>>,
  wordings: readonly string[],
): ToolTemplate => {
  const [first, ...rest] = Object.entries(parameters).map(([key, subject]) => ({
    name: key,
    subject,
  }))
  if (first === undefined) throw new RangeError(`${name} needs a parameter`)
  return { name, parameters: [first, ...rest], wordings }
}

/** The services of every universe; a universe picks some and gives their parameters house rules. */
export const TOOL_TEMPLATES: readonly ToolTemplate[] = [
  tool('clinic.book_visit', { visit_date: 'date', patient: 'person' }, [
    'Book a visit for {patient} on {visit_date}.',
    '{patient} needs a visit on {visit_date}.',
    'Please put {patient} down for {visit_date}.',
  ]),
  tool('invoice.set_due', { due: 'date' }, [
    'The invoice of {company} is due on {due}.',
    'Set {due} as the due day for {company}.',
    'Let {company} pay by {due}.',
  ]),
  tool('travel.quote', { departure: 'date', destination: 'country' }, [
    'What does a trip to {destination} cost, leaving on {departure}?',
    'Quote a journey to {destination} from {departure}.',
    'Leaving on {departure} for {destination}: get a price.',
  ]),
  tool('subscription.extend', { until: 'date' }, [
    'Extend the subscription of {company} until {until}.',
    '{company} wants to stay until {until}.',
    'Keep {company} on the list till {until}.',
  ]),
  tool('report.file', { period: 'date' }, [
    'File the report of {company} dated {period}.',
    'The report for {company} covers {period}, file it.',
    'Put the {company} report under {period}.',
  ]),
  tool('meeting.schedule', { start: 'time' }, [
    'Schedule a meeting about {topic} at {start}.',
    'We meet at {start} about {topic}.',
    'Put {topic} on the calendar for {start}.',
  ]),
  tool('callback.request', { at: 'time', phone: 'phone' }, [
    'Call {phone} back at {at}.',
    'Ring {phone} at {at}, please.',
    'At {at} somebody should phone {phone}.',
  ]),
  tool('room.reserve', { begin: 'time', booked_by: 'person' }, [
    'Reserve a room for {booked_by} from {begin}.',
    '{booked_by} needs a room at {begin}.',
    'A room at {begin}, in the name of {booked_by}.',
  ]),
  tool('timesheet.log', { worked: 'duration' }, [
    'Log {worked} of work on {topic}.',
    'I spent {worked} on {topic}.',
    'Write down {worked} for {topic}.',
  ]),
  tool('machine.rent', { period: 'duration' }, [
    'Rent the machine to {company} for {period}.',
    '{company} wants the machine for {period}.',
    'Give {company} the machine, {period} in all.',
  ]),
  tool('billing.refund', { amount: 'money', order_id: 'order' }, [
    'Refund {amount} on order {order_id}.',
    'Order {order_id} gets {amount} back.',
    'Give back {amount} for order {order_id}.',
  ]),
  tool('bank.transfer', { amount: 'money', recipient: 'person' }, [
    'Transfer {amount} to {recipient}.',
    'Send {recipient} {amount}.',
    '{recipient} should receive {amount}.',
  ]),
  tool('loan.check', { sum: 'money' }, [
    'Check a loan of {sum} for {company}.',
    '{company} asks for a loan of {sum}.',
    'Could we lend {company} {sum}?',
  ]),
  tool('expense.submit', { total: 'money' }, [
    'Submit an expense of {total} for {topic}.',
    'I paid {total} for {topic}, hand it in.',
    'Expense: {topic}, {total}.',
  ]),
  tool('parcel.ship', { weight: 'weight', country: 'country' }, [
    'Ship a parcel of {weight} to {country}.',
    'A {weight} parcel goes to {country}.',
    'Send {weight} to {country}.',
  ]),
  tool('parcel.label', { parcel: 'weight' }, [
    'Print the label of a {parcel} parcel for {company}.',
    '{company} sends {parcel}, make the label.',
    'Label for {company}, the parcel weighs {parcel}.',
  ]),
  tool('shop.set_discount', { discount: 'percent' }, [
    'Give {company} a discount of {discount}.',
    'Set the discount for {company} to {discount}.',
    '{company} pays {discount} less.',
  ]),
  tool('payroll.bonus', { bonus: 'percent', employee: 'person' }, [
    'Pay {employee} a bonus of {bonus}.',
    '{employee} gets {bonus} on top.',
    'A bonus of {bonus} for {employee}.',
  ]),
  tool('catering.order', { guests: 'quantity' }, [
    'Order lunch for {guests} people at {company}.',
    '{company} expects {guests} guests for lunch.',
    'Lunch at {company}: {guests} persons.',
  ]),
  tool('club.enroll', { age: 'age', member: 'person' }, [
    'Enroll {member}, aged {age}.',
    '{member} is {age} and wants to join.',
    'New member: {member}, {age} years old.',
  ]),
  tool('insurance.quote', { age: 'age' }, [
    'Quote an insurance for a {age} year old at {company}.',
    '{company} asks: what does cover cost at age {age}?',
    'Insurance through {company} for somebody aged {age}.',
  ]),
  tool('crm.add_contact', { full_name: 'person', country: 'country' }, [
    'Add {full_name} from {country} to the contacts.',
    'New contact: {full_name}, {country}.',
    '{full_name} lives in {country}, save the contact.',
  ]),
  tool('hr.record_leave', { employee: 'person' }, [
    '{employee} is on leave because of {topic}.',
    'Record leave for {employee}, reason {topic}.',
    'Note that {employee} is away for {topic}.',
  ]),
  tool('badge.print', { holder: 'person', agreed: 'consent' }, [
    'Print a badge for {holder} of {company}.',
    '{holder} from {company} needs a badge.',
    'Badge please: {holder}, {company}.',
  ]),
  tool('freight.zone', { destination: 'country' }, [
    'Find the freight zone for {company} shipping to {destination}.',
    '{company} sends goods to {destination}.',
    'Freight of {company} goes to {destination}.',
  ]),
  tool('order.track', { order_id: 'order' }, [
    'Where is order {order_id} of {company}?',
    'Track order {order_id} for {company}.',
    '{company} asks about order {order_id}.',
  ]),
  tool('order.set_status', { status: 'status', order_id: 'order' }, [
    'Order {order_id} is {status} now.',
    'Mark order {order_id} as {status}.',
    'Set order {order_id} to {status}.',
  ]),
  tool('repair.update', { state: 'status' }, [
    'The repair for {company} is {state}.',
    'Tell {company} that the repair is {state}.',
    'Repair of {company}: {state}.',
  ]),
  tool('support.open_ticket', { level: 'priority' }, [
    'Open a ticket about {topic}, it is {level}.',
    'A ticket of {level} priority: {topic}.',
    '{topic} needs a ticket, priority {level}.',
  ]),
  tool('task.create', { priority: 'priority' }, [
    'Create a task for {topic}, priority {priority}.',
    'Somebody must see to {topic}; priority is {priority}.',
    'New task, {priority} priority: {topic}.',
  ]),
  tool('mail.route', { team: 'department' }, [
    'Route the mail about {topic} to {team}.',
    'The mail on {topic} is for {team}.',
    'Send the message about {topic} to the {team} team.',
  ]),
  tool('desk.assign', { department: 'department', person: 'person' }, [
    'Assign a desk in {department} to {person}.',
    '{person} sits with {department} from now on.',
    'Give {person} a desk at {department}.',
  ]),
  tool('notice.send', { channel: 'channel' }, [
    'Tell {company} about {topic} by {channel}.',
    'Send {company} a notice by {channel}: {topic}.',
    'A notice on {topic} goes to {company} by {channel}.',
  ]),
  tool('translation.request', { language: 'language' }, [
    'Translate the leaflet on {topic} into {language}.',
    'We need {topic} in {language}.',
    'Have the text about {topic} put into {language}.',
  ]),
  tool('tour.book', { guide: 'language', guests: 'quantity' }, [
    'Book a tour with a {guide} guide for {guests} people.',
    '{guests} visitors want a guide who speaks {guide}.',
    'A {guide} tour for a group of {guests}.',
  ]),
  tool('uniform.order', { size: 'size', wearer: 'person' }, [
    'Order a {size} uniform for {wearer}.',
    '{wearer} wears {size}, order a uniform.',
    'Uniform for {wearer}, size {size}.',
  ]),
  tool('warehouse.receive', { goods: 'item' }, [
    'Take in the {goods} from {company}.',
    '{company} has delivered {goods}.',
    'The {goods} of {company} have arrived.',
  ]),
  tool('customs.declare', { goods: 'item', value: 'money' }, [
    'Declare {goods} worth {value}.',
    'The {goods} are worth {value}, declare them.',
    'Customs: {goods}, value {value}.',
  ]),
]
