#include "paz-un-codes.h"

#include "base/paz-country.h"
#include "base/paz-text.h"
#include "model/paz-personnel.h"

#include <string.h>

/* Values of the caches beside codes. */
#define NONE     (-1)   /* blank */
#define UNKNOWN  (-2)
#define DOUBTFUL (-3)

/* Acronyms are short; anything longer is another column's text. */
#define MAX_ACRONYM 32
#define MAX_DIGITS  9

static const PazCell blank = { "", 0 };

static inline const PazCell *
get_cell (const PazHeader *header,
          const PazCell   *cells,
          PazColumn        column)
{
  int at = header->at[column];

  return at >= 0 ? &cells[at] : &blank;
}

const PazCell *
paz_un_codes_get_cell (const PazHeader *header,
                       const PazCell   *cells,
                       PazColumn        column)
{
  return get_cell (header, cells, column);
}

/* What spreadsheets and statistical programs write where there is nothing. */
gboolean
paz_un_codes_is_blank (const PazCell *cell)
{
  static const char * const nothing[] = { "#N/A", "N/A", "NA", "NULL", "-", "#REF!", "nan", NULL };

  if (cell->length == 0)
    return TRUE;
  for (guint i = 0; nothing[i] != NULL; i++)
    if (strlen (nothing[i]) == cell->length
        && g_ascii_strncasecmp (cell->text, nothing[i], cell->length) == 0)
      return TRUE;

  return FALSE;
}

/* ---- numbers ---- */

static inline gboolean
read_digits (const PazCell *cell,
             guint32        n,
             guint32       *value)
{
  guint32 sum = 0;

  if (n == 0 || n > MAX_DIGITS)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      guint digit = (guint) (guchar) cell->text[i] - '0';

      if (digit > 9)
        return FALSE;
      sum = sum * 10 + digit;
    }

  *value = sum;
  return TRUE;
}

/* "250", and "250.0" as some exports write it (trap 5). A blank is not zero. */
static gboolean
read_whole (const PazCell *cell,
            guint32       *value)
{
  guint32 n;

  if (G_LIKELY (read_digits (cell, cell->length, value)))
    return TRUE;

  for (n = 0; n < cell->length && g_ascii_isdigit (cell->text[n]); n++)
    ;
  if (n == cell->length || (cell->text[n] != '.' && cell->text[n] != ',') || n + 1 == cell->length)
    return FALSE;
  for (guint32 i = n + 1; i < cell->length; i++)
    if (cell->text[i] != '0')
      return FALSE;
  /* "1,000" may be a thousand; "250,0" is not. */
  if (cell->length - n == 4)
    return FALSE;

  return read_digits (cell, n, value);
}

gboolean
paz_un_codes_read_number (PazUnCodes       *self,
                          PazColumn         column,
                          const PazCell    *cell,
                          guint32          *value,
                          PazRefusalReason *reason)
{
  if (G_LIKELY (read_digits (cell, cell->length, value)))
    return TRUE;

  switch (paz_number_read (cell, &self->marks[column], value))
    {
    case PAZ_NUMBER_READ:
      return TRUE;
    case PAZ_NUMBER_DOUBTFUL:
      *reason = PAZ_REFUSAL_NUMBER_MARK;
      return FALSE;
    case PAZ_NUMBER_WRONG:
      *reason = PAZ_REFUSAL_NUMBER;
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* ---- countries ---- */

/* The published descriptions of the two code columns are swapped (trap 1): what a value looks like
 * tells what it is. */
static gint32
find_country_code (const PazCell *cell)
{
  guint32 m49;

  if (paz_un_codes_is_blank (cell))
    return NONE;
  if (g_ascii_isdigit (cell->text[0]))
    return read_whole (cell, &m49) ? paz_country_find_m49 (m49) : NONE;

  return paz_country_find_iso3 (cell->text, cell->length);
}

static gint32
find_country_name (PazUnCodes    *self,
                   const PazCell *cell)
{
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  const char *decided;
  gint32 country;

  if (paz_un_codes_is_blank (cell))
    return NONE;

  name = paz_cell_dup_text (cell);
  country = paz_country_find_name (name);
  if (country >= 0)
    return country;

  key = paz_text_fold_key (name);
  decided = g_hash_table_lookup (self->names, key);
  return decided != NULL ? paz_country_find_iso3 (decided, -1) : NONE;
}

static inline gint32
get_country (PazUnCodes    *self,
             PazColumn      column,
             const PazCell *cell)
{
  gint32 country;

  if (paz_term_cache_find (&self->caches[column], cell, &country))
    return country;

  country = column == PAZ_COLUMN_COUNTRY ? find_country_name (self, cell) : find_country_code (cell);
  paz_term_cache_put (&self->caches[column], cell, country);
  return country;
}

static gint32
define_contributor (PazUnCodes *self,
                    gint32      country)
{
  self->contributors[country] = paz_fact_table_code (self->facts, PAZ_DIMENSION_CONTRIBUTOR,
                                                     paz_country_get_iso3 (country));

  return self->contributors[country];
}

/* The column to show when no country could be found. */
static PazColumn
choose_country_column (const PazHeader *header,
                       const PazCell   *cells)
{
  if (!paz_un_codes_is_blank (get_cell (header, cells, PAZ_COLUMN_COUNTRY)))
    return PAZ_COLUMN_COUNTRY;
  if (!paz_un_codes_is_blank (get_cell (header, cells, PAZ_COLUMN_ISO3)))
    return PAZ_COLUMN_ISO3;
  if (header->at[PAZ_COLUMN_COUNTRY] >= 0)
    return PAZ_COLUMN_COUNTRY;

  return header->at[PAZ_COLUMN_ISO3] >= 0 ? PAZ_COLUMN_ISO3 : PAZ_COLUMN_M49;
}

/* The codes before the name; where two of the three name different countries the row is wrong, and
 * which one is, nobody can tell from here. */
static inline gboolean
read_contributor (PazUnCodes       *self,
                  const PazHeader  *header,
                  const PazCell    *cells,
                  PazUnFact        *fact,
                  PazColumn        *column,
                  PazRefusalReason *reason)
{
  gint32 iso3 = get_country (self, PAZ_COLUMN_ISO3, get_cell (header, cells, PAZ_COLUMN_ISO3));
  gint32 m49 = get_country (self, PAZ_COLUMN_M49, get_cell (header, cells, PAZ_COLUMN_M49));
  gint32 name = get_country (self, PAZ_COLUMN_COUNTRY, get_cell (header, cells, PAZ_COLUMN_COUNTRY));
  gint32 country = iso3 >= 0 ? iso3 : m49 >= 0 ? m49 : name;
  gint32 code;

  if (G_UNLIKELY (country < 0))
    {
      *column = choose_country_column (header, cells);
      *reason = PAZ_REFUSAL_CONTRIBUTOR;
      return FALSE;
    }
  if (G_UNLIKELY ((m49 >= 0 && m49 != country) || (name >= 0 && name != country)))
    {
      *column = m49 >= 0 && m49 != country ? PAZ_COLUMN_M49 : PAZ_COLUMN_COUNTRY;
      *reason = PAZ_REFUSAL_CONTRADICTION;
      return FALSE;
    }

  code = self->contributors[country];
  fact->contributor = (guint16) (code >= 0 ? code : define_contributor (self, country));
  return TRUE;
}

/* ---- missions and types ---- */

/* A mission we do not know keeps the acronym of the file, as its first row writes it: the list of
 * missions changes. */
static gint32
find_mission (PazUnCodes    *self,
              const PazCell *cell)
{
  g_autofree char *text = paz_cell_dup_text (cell);
  g_autofree char *acronym = NULL;
  g_autofree char *key = NULL;
  const char *known;
  guint16 code;

  if (paz_un_codes_is_blank (cell))
    return NONE;
  if (cell->length > MAX_ACRONYM || !paz_text_is_clean (text, NULL))
    return UNKNOWN;

  key = paz_text_fold_key (text);
  known = g_hash_table_lookup (self->missions, key);
  acronym = known != NULL && *known != '\0' ? g_strdup (known) : paz_text_normalize (text);
  code = paz_fact_table_code (self->facts, PAZ_DIMENSION_MISSION, acronym);
  g_hash_table_replace (self->missions, g_steal_pointer (&key), g_steal_pointer (&acronym));

  return code != G_MAXUINT16 ? code : UNKNOWN;
}

static gint32
find_type (PazUnCodes    *self,
           const PazCell *cell)
{
  g_autofree char *text = paz_cell_dup_text (cell);
  g_autofree char *key = paz_text_fold_key (text);
  const char *code = g_hash_table_lookup (self->types, key);

  return code != NULL ? paz_fact_table_code (self->facts, PAZ_DIMENSION_TYPE, code) : UNKNOWN;
}

static gint32
find_month (PazUnCodes    *self,
            const PazCell *cell)
{
  guint16 month;

  switch (paz_un_date_read (cell, self->date_order, &month))
    {
    case PAZ_UN_DATE_READ:
      return month;
    case PAZ_UN_DATE_DOUBTFUL:
      return DOUBTFUL;
    case PAZ_UN_DATE_WRONG:
      return UNKNOWN;
    }

  g_return_val_if_reached (UNKNOWN);
}

static inline gint32
get_term (PazUnCodes      *self,
          PazColumn        column,
          const PazCell   *cell,
          gint32         (*find) (PazUnCodes *, const PazCell *))
{
  gint32 value;

  if (paz_term_cache_find (&self->caches[column], cell, &value))
    return value;

  value = find (self, cell);
  paz_term_cache_put (&self->caches[column], cell, value);
  return value;
}

/* ---- rows ---- */

gboolean
paz_un_codes_refuse (PazColumn         at,
                     PazRefusalReason  because,
                     PazColumn        *column,
                     PazRefusalReason *reason)
{
  *column = at;
  *reason = because;
  return FALSE;
}

/* Cells beyond the header mean that a delimiter stands inside a name, and everything behind it in
 * the wrong column. */
static inline gboolean
has_columns (const PazHeader *header,
             const PazCell   *cells,
             guint            n_cells)
{
  if (G_LIKELY (n_cells == header->n_columns))
    return TRUE;
  for (guint i = header->n_columns; i < n_cells; i++)
    if (cells[i].length > 0)
      return FALSE;

  return n_cells >= header->n_columns;
}

gboolean
paz_un_codes_read_contributor (PazUnCodes       *self,
                               const PazHeader  *header,
                               const PazCell    *cells,
                               guint             n_cells,
                               PazUnFact        *fact,
                               PazColumn        *column,
                               PazRefusalReason *reason)
{
  if (G_UNLIKELY (!has_columns (header, cells, n_cells)))
    return paz_un_codes_refuse (PAZ_MAX_COLUMNS, PAZ_REFUSAL_COLUMNS, column, reason);

  return read_contributor (self, header, cells, fact, column, reason);
}

gboolean
paz_un_codes_read_mission (PazUnCodes       *self,
                           const PazHeader  *header,
                           const PazCell    *cells,
                           PazUnFact        *fact,
                           PazColumn        *column,
                           PazRefusalReason *reason)
{
  gint32 value = get_term (self, PAZ_COLUMN_MISSION, get_cell (header, cells, PAZ_COLUMN_MISSION), find_mission);

  if (G_UNLIKELY (value < 0))
    return paz_un_codes_refuse (PAZ_COLUMN_MISSION, PAZ_REFUSAL_MISSION, column, reason);

  fact->mission = (guint16) value;
  return TRUE;
}

gboolean
paz_un_codes_read_month (PazUnCodes       *self,
                         const PazHeader  *header,
                         const PazCell    *cells,
                         PazUnFact        *fact,
                         PazColumn        *column,
                         PazRefusalReason *reason)
{
  gint32 value = get_term (self, PAZ_COLUMN_DATE, get_cell (header, cells, PAZ_COLUMN_DATE), find_month);

  if (G_UNLIKELY (value < 0))
    return paz_un_codes_refuse (PAZ_COLUMN_DATE, value == DOUBTFUL ? PAZ_REFUSAL_DATE_ORDER : PAZ_REFUSAL_DATE,
                                column, reason);

  fact->month = (guint16) value;
  return TRUE;
}

static inline gboolean
read_count (PazUnCodes       *self,
            const PazHeader  *header,
            const PazCell    *cells,
            PazColumn         at,
            guint32          *value,
            PazColumn        *column,
            PazRefusalReason *reason)
{
  if (G_LIKELY (paz_un_codes_read_number (self, at, get_cell (header, cells, at), value, reason)))
    return TRUE;

  *column = at;
  return FALSE;
}

gboolean
paz_un_codes_read (PazUnCodes       *self,
                   const PazHeader  *header,
                   const PazCell    *cells,
                   guint             n_cells,
                   PazUnFact        *fact,
                   PazColumn        *column,
                   PazRefusalReason *reason)
{
  gint32 value;

  if (G_UNLIKELY (!paz_un_codes_read_contributor (self, header, cells, n_cells, fact, column, reason)
                  || !paz_un_codes_read_mission (self, header, cells, fact, column, reason)))
    return FALSE;

  value = get_term (self, PAZ_COLUMN_TYPE, get_cell (header, cells, PAZ_COLUMN_TYPE), find_type);
  if (G_UNLIKELY (value < 0))
    return paz_un_codes_refuse (PAZ_COLUMN_TYPE, PAZ_REFUSAL_TYPE, column, reason);
  fact->type = (guint8) value;

  return read_count (self, header, cells, PAZ_COLUMN_FEMALE, &fact->female, column, reason)
         && read_count (self, header, cells, PAZ_COLUMN_MALE, &fact->male, column, reason)
         && paz_un_codes_read_month (self, header, cells, fact, column, reason);
}

gboolean
paz_un_codes_read_rank (PazUnCodes       *self,
                        const PazHeader  *header,
                        const PazCell    *cells,
                        guint             n_cells,
                        PazUnFact        *fact,
                        guint32          *rank,
                        PazColumn        *column,
                        PazRefusalReason *reason)
{
  guint32 total;

  if (!paz_un_codes_read_contributor (self, header, cells, n_cells, fact, column, reason)
      || !read_count (self, header, cells, PAZ_COLUMN_RANK, rank, column, reason)
      || !read_count (self, header, cells, PAZ_COLUMN_FEMALE, &fact->female, column, reason)
      || !read_count (self, header, cells, PAZ_COLUMN_MALE, &fact->male, column, reason)
      || !read_count (self, header, cells, PAZ_COLUMN_TOTAL, &total, column, reason)
      || !paz_un_codes_read_month (self, header, cells, fact, column, reason))
    return FALSE;
  if (total != fact->female + fact->male)
    return paz_un_codes_refuse (PAZ_COLUMN_TOTAL, PAZ_REFUSAL_SUM, column, reason);

  return TRUE;
}

/* ---- what is known ---- */

static void
add_type (PazUnCodes             *self,
          const PazPersonnelType *type,
          const char             *name)
{
  g_autofree char *key = paz_text_fold_key (name);

  if (!g_hash_table_contains (self->types, key))
    g_hash_table_insert (self->types, g_steal_pointer (&key), (gpointer) type->code);
}

/* Every type's own label and code before what it is called besides. */
static void
add_types (PazUnCodes *self)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  for (guint i = 0; i < n; i++)
    {
      add_type (self, &types[i], types[i].names[0]);
      add_type (self, &types[i], types[i].code);
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 1; types[i].names[j] != NULL; j++)
      add_type (self, &types[i], types[i].names[j]);
}

void
paz_un_codes_init (PazUnCodes   *self,
                   PazFactTable *facts)
{
  guint n = paz_country_get_n ();

  *self = (PazUnCodes) { .facts = facts };
  self->missions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_types (self);
  for (int i = 0; i < PAZ_N_COLUMNS; i++)
    paz_term_cache_init (&self->caches[i]);
  self->contributors = g_new (gint32, n);
  for (guint i = 0; i < n; i++)
    self->contributors[i] = -1;
}

void
paz_un_codes_clear (PazUnCodes *self)
{
  g_clear_pointer (&self->missions, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  for (int i = 0; i < PAZ_N_COLUMNS; i++)
    paz_term_cache_clear (&self->caches[i]);
  g_clear_pointer (&self->contributors, g_free);
}

/* "UNEF" stands for two operations in some files (trap 10): it stays as it is, rather than be
 * booked to the first. A mission's own acronym is above another's alias. */
static void
add_acronym (PazUnCodes *self,
             const char *text,
             const char *acronym,
             gboolean    own)
{
  g_autofree char *key = NULL;
  const char *before;

  if (text == NULL || *text == '\0')
    return;

  key = paz_text_fold_key (text);
  before = g_hash_table_lookup (self->missions, key);
  if (before != NULL && !own)
    {
      g_autofree char *before_key = paz_text_fold_key (before);

      if (strcmp (before_key, key) == 0 || strcmp (before, acronym) == 0)
        return;
      acronym = "";
    }
  g_hash_table_replace (self->missions, g_steal_pointer (&key), g_strdup (acronym));
}

void
paz_un_codes_add_mission (PazUnCodes *self,
                          const char *acronym,
                          const char *acronym_es,
                          const char *aliases)
{
  g_auto (GStrv) others = g_strsplit (aliases != NULL ? aliases : "", "|", -1);

  add_acronym (self, acronym, acronym, TRUE);
  add_acronym (self, acronym_es, acronym, FALSE);
  for (guint i = 0; others[i] != NULL; i++)
    add_acronym (self, g_strstrip (others[i]), acronym, FALSE);
}

void
paz_un_codes_add_name (PazUnCodes *self,
                       const char *name,
                       const char *code)
{
  g_autofree char *key = paz_text_fold_key (name);

  g_hash_table_replace (self->names, g_steal_pointer (&key), g_strdup (code));
}
