import { sql } from 'drizzle-orm'
import type { Hub } from '../../../../federation/hub'

/*
 * Backups of a hub's database as somebody makes them by the database's own means, on every kind of PostgreSQL alike: all
 * tables once more in a schema of their own, with where the numbers stand.
 */

/** Does something for each table of the hub that is not empty in a schema. */
const eachFilled = (schema: string, act: string) => `
  FOR line IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM ${schema}.%I)', line.name) INTO is_filled;
    IF is_filled THEN EXECUTE format('${act}', line.name); END IF;
  END LOOP;`

async function run({ orm }: Hub, statements: string): Promise<void> {
  const body = `DECLARE line record; is_filled boolean; BEGIN ${statements} END`
  await orm.execute(sql.raw(`DO $do$ ${body} $do$`))
}

/** Makes a backup under a name, in the place of an earlier one. */
export async function backUpHub(hub: Hub, name: string): Promise<void> {
  await run(
    hub,
    `SET LOCAL client_min_messages = warning;
    DROP SCHEMA IF EXISTS ${name} CASCADE; CREATE SCHEMA ${name};
    FOR line IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE format('CREATE TABLE ${name}.%1$I AS TABLE public.%1$I', line.name);
    END LOOP;
    CREATE TABLE ${name}.numbers AS
      SELECT sequencename AS sequence, last_value FROM pg_sequences WHERE schemaname = 'public';`,
  )
}

/** Puts a backup back; nobody else uses the database meanwhile. */
export async function restoreHub(hub: Hub, name: string): Promise<void> {
  await run(
    hub,
    `SET LOCAL session_replication_role = replica; SET LOCAL client_min_messages = warning;
    ${eachFilled('public', 'TRUNCATE public.%1$I CASCADE')}
    ${eachFilled(name, `INSERT INTO public.%1$I SELECT * FROM ${name}.%1$I`)}
    FOR line IN SELECT * FROM ${name}.numbers LOOP
      PERFORM setval(format('public.%I', line.sequence), coalesce(line.last_value, 1), line.last_value IS NOT NULL);
    END LOOP;`,
  )
}
