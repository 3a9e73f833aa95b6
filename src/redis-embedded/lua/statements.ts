/** Statements and function bodies, compiled to JavaScript. */
import type { ForGenericStatement, ForNumericStatement, IfStatement, ReturnStatement, Statement } from 'luaparse';
import { assignment, declaration, local } from './assignments.js';
import { call, isCall, isOpen, list } from './calls.js';
import { test, value } from './expressions.js';
import { type Body, inside, lineOf, mark, type Parameter, type Place, refuse, type Unit } from './syntax.js';

export function block(statements: readonly Statement[], place: Place): string {
  return statements.map((node) => mark(lineOf(node)) + statement(node, place)).join('');
}

/** A function, as a JavaScript expression. */
export function body(parameters: readonly Parameter[], statements: readonly Statement[], outer: Place): Body {
  const unit = createUnit(parameters.some((one) => one.type === 'VarargLiteral'));
  const place = { ...inside(outer), unit };
  const given = parameters.map((one) => (one.type === 'Identifier' ? place.scope.declare(one.name).js : '...rest$'));
  const code = withTemporaries(unit, block(statements, place));
  return { code: `((${given.join(',')})=>{${code}})`, many: unit.many };
}

export const createUnit = (variadic: boolean): Unit => ({ temporaries: [], variadic, many: false });
export const withTemporaries = ({ temporaries }: Unit, code: string): string =>
  temporaries.length > 0 ? `let ${temporaries.join(',')};${code}` : code;

function ending({ arguments: results }: ReturnStatement, place: Place): string {
  const [only] = results;
  if (!only) return 'return;';
  if (results.length === 1 && !isOpen(only, place)) return `return(${value(only, place)});`;
  if (results.length === 1 && isCall(only)) {
    const { code, many } = call(only, place);
    place.unit.many ||= many;
    return `return(${code});`;
  }
  place.unit.many = true;
  return `return([${list(results, place)}]);`;
}

function branches({ clauses }: IfStatement, place: Place): string {
  const parts = clauses.map((one) => {
    const condition = one.type === 'ElseClause' ? '' : `if(${test(one.condition, place)})`;
    return `${condition}{${block(one.body, inside(place))}}`;
  });
  return parts.join('else ');
}

function numeric(node: ForNumericStatement, place: Place): string {
  const [from, to] = [value(node.start, place), value(node.end, place)];
  const step = node.step ? value(node.step, place) : '1';
  const next = inside(place);
  const { js } = next.scope.declare(node.variable.name);
  const [at, end, by] = [`${js}a`, `${js}e`, `${js}b`];
  const goes = step === '1' ? `${at}<=${end}` : `(${by}>0?${at}<=${end}:${at}>=${end})`;
  const head = `let ${at}=num(${from}),${end}=num(${to}),${by}=num(${step});${goes};${at}+=${by}`;
  return `for(${head}){let ${js}=${at};${block(node.body, next)}}`;
}

function generic(node: ForGenericStatement, place: Place): string {
  const [iterator] = node.iterators;
  const given = iterator?.type === 'CallExpression' && node.iterators.length === 1 ? iterator : undefined;
  const name = given?.base.type === 'Identifier' && !place.scope.find(given.base.name) ? given.base.name : '';
  const [table] = given?.arguments ?? [];
  if (!table || !['ipairs', 'pairs'].includes(name))
    throw refuse(node, 'for ... in over anything but ipairs and pairs');
  const over = `${mark(lineOf(table))}${name}(${value(table, place)})`;
  const next = inside(place);
  const declared = node.variables.map((one) => next.scope.declare(one.name).js);
  return `for(let [${declared.join(',')}] of ${over}){${block(node.body, next)}}`;
}

/** `repeat … until`: the condition sees the locals of the body. */
function repeat(node: Statement & { type: 'RepeatStatement' }, place: Place): string {
  const next = inside(place);
  return `for(;;){${block(node.body, next)}if(${test(node.condition, next)})break;}`;
}

function statement(node: Statement, place: Place): string {
  switch (node.type) {
    case 'LocalStatement':
      return local(node, place);
    case 'AssignmentStatement':
      return assignment(node, place);
    case 'CallStatement':
      return `${call(node.expression, place).code};`;
    case 'FunctionDeclaration':
      return declaration(node, place);
    case 'ReturnStatement':
      return ending(node, place);
    case 'IfStatement':
      return branches(node, place);
    case 'WhileStatement':
      return `while(${test(node.condition, place)}){${block(node.body, inside(place))}}`;
    case 'RepeatStatement':
      return repeat(node, place);
    case 'DoStatement':
      return `{${block(node.body, inside(place))}}`;
    case 'BreakStatement':
      return 'break;';
    case 'ForNumericStatement':
      return numeric(node, place);
    case 'ForGenericStatement':
      return generic(node, place);
    default:
      throw refuse(node, node.type);
  }
}
