#include "paz-schema.h"

#include "paz-store-private.h"

/* Raised when derived tables or the search index are filled in another way though they look the same. */
#define DERIVED_EDITION 2

/* rev.participant is whom the author's key spoke for when the line came; `hidden` lines are
 * those of undone steps. step.undone: 0 stands, 1 can be redone, 2 was undone and left behind by
 * a later step. */
static const char kept_sql[] =
  "CREATE TABLE step (n INTEGER PRIMARY KEY, type INTEGER NOT NULL, at INTEGER NOT NULL,"
  "  author TEXT NOT NULL, participant TEXT NOT NULL, origin TEXT, verb TEXT NOT NULL, kind TEXT,"
  "  record TEXT, records INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE TABLE rev (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, record TEXT NOT NULL,"
  "  kind TEXT NOT NULL, owner TEXT NOT NULL, participant TEXT NOT NULL, level INTEGER NOT NULL,"
  "  list TEXT NOT NULL, time INTEGER NOT NULL, line TEXT NOT NULL,"
  "  step INTEGER NOT NULL REFERENCES step (n), hidden INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE INDEX step_undone ON step (undone, n);"
  "CREATE INDEX rev_record ON rev (record);"
  "CREATE INDEX rev_step ON rev (step);"
  "CREATE TABLE edge (child BLOB NOT NULL, parent BLOB NOT NULL, record TEXT NOT NULL,"
  "  line TEXT NOT NULL, step INTEGER NOT NULL REFERENCES step (n),"
  "  PRIMARY KEY (child, parent)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX edge_record ON edge (record);"
  "CREATE TABLE link (rev BLOB NOT NULL, name TEXT NOT NULL, target TEXT NOT NULL,"
  "  record TEXT NOT NULL, shown INTEGER NOT NULL, line TEXT NOT NULL,"
  "  step INTEGER NOT NULL REFERENCES step (n),"
  "  PRIMARY KEY (rev, name, target)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX link_record ON link (record);"
  "CREATE TABLE key (id BLOB PRIMARY KEY, public BLOB NOT NULL, secret BLOB,"
  "  kind TEXT NOT NULL, since INTEGER NOT NULL) STRICT;"
  /* Whom a key speaks for. Several for the own device when its delegation was named late. */
  "CREATE TABLE speaks (key BLOB NOT NULL REFERENCES key (id), participant TEXT NOT NULL,"
  "  since INTEGER NOT NULL, PRIMARY KEY (key, participant)) STRICT, WITHOUT ROWID;"
  /* Values that never leave this copy; the newest that is not hidden holds. */
  "CREATE TABLE local (n INTEGER PRIMARY KEY, record TEXT NOT NULL, field TEXT NOT NULL,"
  "  value TEXT NOT NULL, step INTEGER NOT NULL REFERENCES step (n),"
  "  hidden INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE INDEX local_record ON local (record);"
  "CREATE INDEX local_step ON local (step);"
  "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;";

static const char common_sql[] =
  "CREATE TABLE record (id TEXT PRIMARY KEY, kind TEXT NOT NULL, container TEXT) STRICT, WITHOUT ROWID;"
  "CREATE INDEX record_container ON record (container) WHERE container IS NOT NULL;"
  "CREATE TABLE target (target TEXT NOT NULL, record TEXT NOT NULL, field TEXT NOT NULL,"
  "  PRIMARY KEY (target, record, field)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX target_record ON target (record);"
  "CREATE TABLE head (record TEXT NOT NULL, rev BLOB NOT NULL,"
  "  PRIMARY KEY (record, rev)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE conflict (record TEXT NOT NULL, cell TEXT NOT NULL, rev BLOB NOT NULL,"
  "  field TEXT NOT NULL, value TEXT NOT NULL, provisional INTEGER NOT NULL,"
  "  PRIMARY KEY (record, cell, rev)) STRICT, WITHOUT ROWID;";

static const struct
{
  const char *name;
  guint       n_keys;   /* the first columns, which order the rows */
} common_tables[] = {
  { "record", 1 }, { "target", 3 }, { "head", 2 }, { "conflict", 3 },
};

static const char row_columns[] =
  "id TEXT PRIMARY KEY, owner TEXT NOT NULL, level INTEGER NOT NULL, list TEXT NOT NULL,"
  " container TEXT, deleted INTEGER NOT NULL, changed INTEGER NOT NULL, conflicts TEXT NOT NULL,"
  " states TEXT NOT NULL";
#define N_ROW_COLUMNS 9

static const char * const money_suffixes[] = { "_a", "_c", "_d", "_s", NULL };
static const char * const text_suffixes[] = {
  "_src", "_es", "_pt", "_en", "_es_k", "_pt_k", "_en_k", NULL
};
static const char * const flag_suffixes[] = { "_es_o", "_pt_o", "_en_o", NULL };

static guint
append_columns (GString            *sql,
                const PazField     *field,
                const char         *type,
                const char * const *suffixes)
{
  guint n = 0;

  for (; suffixes[n] != NULL; n++)
    g_string_append_printf (sql, ", \"%s%s\" %s", field->key, suffixes[n], type);

  return n;
}

/* How many columns the field has. */
static guint
append_field (GString        *sql,
              const PazField *field)
{
  static const char * const whole[] = { "", NULL };

  if (paz_field_is_set (field))
    return append_columns (sql, field, "TEXT", whole);

  switch (field->type)
    {
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_FLAG:
      return append_columns (sql, field, "INTEGER", whole);

    case PAZ_VALUE_MONEY:
      return append_columns (sql, field, "TEXT", money_suffixes);

    case PAZ_VALUE_TRILINGUAL:
      return append_columns (sql, field, "TEXT", text_suffixes)
             + append_columns (sql, field, "INTEGER", flag_suffixes);

    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      return append_columns (sql, field, "TEXT", whole);
    }

  g_return_val_if_reached (0);
}

guint
paz_schema_get_n_columns (const PazKind *kind)
{
  g_autoptr (GString) ignored = g_string_new (NULL);
  guint n = N_ROW_COLUMNS;

  for (guint i = 0; i < kind->n_fields; i++)
    n += append_field (ignored, &kind->fields[i]);

  return n;
}

char *
paz_schema_dup_table (const PazKind *kind)
{
  return g_strconcat ("k_", kind->key, NULL);
}

char *
paz_schema_dup_insert (const PazKind *kind)
{
  GString *sql = g_string_new (NULL);
  guint n = paz_schema_get_n_columns (kind);

  g_string_printf (sql, "INSERT OR REPLACE INTO \"k_%s\" VALUES (?", kind->key);
  for (guint i = 1; i < n; i++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static void
append_kind (GString       *sql,
             const PazKind *kind)
{
  g_string_append_printf (sql, "CREATE TABLE \"k_%s\" (%s", kind->key, row_columns);
  for (guint i = 0; i < kind->n_fields; i++)
    append_field (sql, &kind->fields[i]);
  g_string_append (sql, ") STRICT, WITHOUT ROWID;");

  if (kind->parent != NULL)
    g_string_append_printf (sql, "CREATE INDEX \"k_%s_container\" ON \"k_%s\" (container);",
                            kind->key, kind->key);
}

static char *
dup_derived_sql (void)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  GString *sql = g_string_new (common_sql);

  for (guint i = 0; kinds[i] != NULL; i++)
    append_kind (sql, kinds[i]);

  return g_string_free (sql, FALSE);
}

/* Types and flags that change how a row is filled without changing its columns. */
static void
update_checksum (GChecksum     *checksum,
                 const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autofree char *text = g_strdup_printf ("%s %s %d %d;", kind->key, field->key, field->type, field->flags);

      g_checksum_update (checksum, (const guchar *) text, -1);
    }
}

char *
paz_schema_dup_digest (void)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *sql = dup_derived_sql ();
  g_autofree char *edition = g_strdup_printf ("%d;", DERIVED_EDITION);
  const PazKind * const *kinds = paz_kind_list (NULL);

  g_checksum_update (checksum, (const guchar *) edition, -1);
  g_checksum_update (checksum, (const guchar *) sql, -1);
  for (guint i = 0; kinds[i] != NULL; i++)
    update_checksum (checksum, kinds[i]);

  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
paz_schema_create_kept (sqlite3  *db,
                        GError  **error)
{
  return paz_sql_run (db, kept_sql, error) && paz_facts_create (db, error);
}

gboolean
paz_schema_create_derived (sqlite3  *db,
                           GError  **error)
{
  g_autofree char *sql = dup_derived_sql ();

  return paz_sql_run (db, sql, error) && paz_search_create (db, error);
}

/* A kind that is no more declared left its table behind: all k_ tables go. */
static char *
dup_drop_sql (sqlite3  *db,
              GError  **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean row;

  statement = paz_sql_prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND"
                                   " (name GLOB 'k_*' OR name IN ('record', 'target', 'head', 'conflict', 'search', 'search_row'))", error);
  if (statement == NULL)
    return NULL;
  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return g_string_free (g_steal_pointer (&sql), FALSE);
      g_string_append_printf (sql, "DROP TABLE \"%s\";", paz_sql_get_text (statement, 0));
    }

  return NULL;
}

gboolean
paz_schema_drop_derived (sqlite3  *db,
                         GError  **error)
{
  g_autofree char *sql = dup_drop_sql (db, error);

  return sql != NULL && paz_sql_run (db, sql, error);
}

GPtrArray *
paz_schema_list_queries (void)
{
  static const char * const order[] = { NULL, "1", "1, 2", "1, 2, 3" };
  const PazKind * const *kinds = paz_kind_list (NULL);
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (common_tables); i++)
    g_ptr_array_add (queries, g_strdup_printf ("SELECT * FROM %s ORDER BY %s", common_tables[i].name,
                                               order[common_tables[i].n_keys]));
  for (guint i = 0; kinds[i] != NULL; i++)
    g_ptr_array_add (queries, g_strdup_printf ("SELECT * FROM \"k_%s\" ORDER BY id", kinds[i]->key));

  return queries;
}
