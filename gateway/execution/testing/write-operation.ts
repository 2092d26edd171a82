import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { entityCount } from './world.js';

/** Gives a whole number below a bound: the choices of which an operation is made. */
export type Choose = (bound: number) => number;

export interface WrittenOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How large an operation becomes. */
export interface Size {
  readonly depth: number;
  readonly fields: number;
  /** Whether objects of one type are selected from as such, never by way of an interface or union that they belong to. */
  readonly isDirect?: boolean;
}

/** Writes an operation of any shape that a schema allows, which may still contradict itself (fields that cannot be merged). */
export function writeOperation(schema: GraphQLSchema, choose: Choose, size: Size): WrittenOperation {
  return new Writer(schema, choose, size).write();
}

const conditions = { yes: true, no: false, usually: true } as const;

class Writer {
  readonly #fragments: string[] = [];
  #left: number;
  #aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choose: Choose,
    private readonly size: Size,
  ) {
    this.#left = size.fields;
  }

  write(): WrittenOperation {
    const mutation = this.schema.getMutationType();
    const isMutation = mutation !== undefined && mutation !== null && this.#once(5);
    const root = isMutation ? mutation : this.schema.getQueryType();
    if (!root) throw new Error('a schema without a query');
    const selection = this.#selection(root, this.size.depth, true);
    const head = `${isMutation ? 'mutation' : 'query'} Asked($yes: Boolean!, $no: Boolean!, $usually: Boolean = true)`;
    const { usually, ...given } = conditions;
    const variables = this.#once(2) ? { ...given, usually: !usually } : given;
    return { query: [`${head} ${selection}`, ...this.#fragments].join('\n'), variables };
  }

  #selection(type: GraphQLCompositeType, depth: number, isRoot = false): string {
    const parts = Array.from({ length: 1 + this.choose(4) }, () => this.#part(type, depth, isRoot)).filter(
      (part) => part !== '',
    );
    return `{ ${parts.length > 0 ? parts.join(' ') : this.#anything(type)} }`;
  }

  /** What may always be asked, and costs nothing. */
  #anything(type: GraphQLCompositeType): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaf = fields.find((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
    return leaf?.name ?? '__typename';
  }

  #part(type: GraphQLCompositeType, depth: number, isRoot: boolean): string {
    if (this.#left <= 0) return '';
    if (this.#once(12) && !(this.size.isDirect && isRoot))
      return `${this.#once(3) ? 'called: ' : ''}__typename${this.#condition()}`;
    if (depth > 0 && this.#once(isAbstractType(type) ? 2 : 6))
      return this.#fragment(type, depth - (isRoot ? 0 : 1), isRoot);
    if (isUnionType(type)) return this.#anything(type);
    const fields = Object.values(type.getFields());
    const field = fields[this.choose(fields.length)];
    return field ? this.#field(field, depth) : '';
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    if (isCompositeType(named) && depth <= 0) return '';
    this.#left -= 1;
    const args = this.#args(field);
    const alias = args !== '' || this.#once(6) ? `a${(this.#aliases += 1)}: ` : '';
    const selection = isCompositeType(named) ? ` ${this.#selection(named, depth - 1)}` : '';
    return `${alias}${field.name}${args}${this.#condition()}${selection}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number, isRoot: boolean): string {
    const types = this.#overlapping(type);
    const on = types[this.choose(types.length)] ?? type;
    const selection = this.#selection(on, depth, isRoot);
    if (this.#once(3)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${on.name} ${selection}`);
      return `...${name}${this.#condition()}`;
    }
    const condition = on === type && this.#once(2) ? '' : ` on ${on.name}`;
    return `...${condition}${this.#condition()} ${selection}`;
  }

  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    if (this.size.isDirect && !isAbstractType(type)) return [type];
    const own = new Set(this.#possible(type));
    return Object.values(this.schema.getTypeMap()).filter(
      (one): one is GraphQLCompositeType =>
        isCompositeType(one) && !one.name.startsWith('__') && this.#possible(one).some((name) => own.has(name)),
    );
  }

  #possible(type: GraphQLNamedType): string[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
  }

  #condition(): string {
    if (!this.#once(8)) return '';
    const directive = this.#once(2) ? 'include' : 'skip';
    const choices = ['$yes', '$no', '$usually', directive === 'include' ? 'true' : 'false'];
    return ` @${directive}(if: ${choices[this.choose(choices.length)] ?? 'true'})`;
  }

  #args({ args, type }: GraphQLField<unknown, unknown>): string {
    const given = args.filter((argument) => isNonNullType(argument.type) || this.#once(2));
    if (given.length === 0) return '';
    const types = this.#possible(getNamedType(type));
    return `(${given.map((argument) => this.#argument(argument, types)).join(', ')})`;
  }

  #argument({ name, type }: GraphQLArgument, types: readonly string[]): string {
    const of = types[this.choose(types.length)] ?? 'None';
    return `${name}: ${name === 'id' ? `"${of}:${this.choose(entityCount)}"` : this.#literal(type, 3)}`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, depth);
    if (isListType(type)) return `[${this.#literal(type.ofType, depth)}]`;
    if (isEnumType(type)) return type.getValues()[this.choose(type.getValues().length)]?.name ?? 'null';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
      return `{ ${fields.map((field) => `${field.name}: ${this.#literal(field.type, depth - 1)}`).join(', ')} }`;
    }
    if (type.name === 'Int') return String(this.choose(3));
    if (type.name === 'Float') return '1.5';
    return type.name === 'Boolean' ? 'true' : '"text"';
  }

  /** Whether one of so many chances came up. */
  #once(chances: number): boolean {
    return this.choose(chances) === chances - 1;
  }
}
