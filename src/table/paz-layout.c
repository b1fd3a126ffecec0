#include "paz-record-layout.h"

#include "base/paz-text.h"

#include <string.h>

/* The widest known has 73. */
#define MAX_FILE_COLUMNS 4096

#define HEADERS(...) ((const char * const []) { __VA_ARGS__, NULL })

#define WIDE(n, name)                                                                    \
  [PAZ_WIDE_COLUMN (n, PAZ_WIDE_TOTAL)] = { PAZ_NEED_ALWAYS, HEADERS (name "total") },   \
  [PAZ_WIDE_COLUMN (n, PAZ_WIDE_FEMALE)] = { PAZ_NEED_ALWAYS, HEADERS (name "female") }, \
  [PAZ_WIDE_COLUMN (n, PAZ_WIDE_MALE)] = { PAZ_NEED_ALWAYS, HEADERS (name "male") }

/* Until police were divided, and observers became experts on mission, the IPI had one column for
 * each; it fills them still, beside the newer ones (DOMAIN.md 3.4, trap 12). */
static const PazWide ipi_types[] = {
  { "experts_on_mission", 0 },
  { "formed_police_units", 0 },
  { "individual_police", 0 },
  { "troops", 0 },
  { "civilian_police", 1 << 1 | 1 << 2 },
  { "observers", 1 << 0 },
  { NULL, 0 }
};

static const PazWide ipi_gender_types[] = {
  { "experts_on_mission", 0 },
  { "formed_police_units", 0 },
  { "individual_police", 0 },
  { "troops", 0 },
  { NULL, 0 }
};

static const PazLayout layouts[] = {
  /* DOMAIN.md 3.3. The older file "contributions by gender" has the same columns in another order
   * and case, the police-only DPO-UHISTORICALPOL the same altogether. */
  {
    .name = "DPO-UCHISTORICAL",
    .publisher = "United Nations, Peace and Security Data Hub",
    .columns = {
      [PAZ_COLUMN_ISO3] = { PAZ_NEED_ONE, HEADERS ("isocode3", "isoalpha3code", "iso3") },
      [PAZ_COLUMN_M49] = { PAZ_NEED_ONE, HEADERS ("m49code", "m49") },
      [PAZ_COLUMN_COUNTRY] = { PAZ_NEED_ONE, HEADERS ("contributingcountry") },
      [PAZ_COLUMN_MISSION] = { PAZ_NEED_ALWAYS, HEADERS ("missionacronym") },
      [PAZ_COLUMN_TYPE] = { PAZ_NEED_ALWAYS, HEADERS ("personneltype") },
      [PAZ_COLUMN_FEMALE] = { PAZ_NEED_ALWAYS, HEADERS ("femalepersonnel") },
      [PAZ_COLUMN_MALE] = { PAZ_NEED_ALWAYS, HEADERS ("malepersonnel") },
      [PAZ_COLUMN_DATE] = { PAZ_NEED_ALWAYS, HEADERS ("lastreportingdate") },
    },
  },
  /* DOMAIN.md 3.5. Women and men are not told apart; capitals, places and memberships are of no use
   * here. The older UN file DPPADPO-UCPre2010 is in the same layout, with fewer columns. */
  {
    .name = "IPI-FULL",
    .publisher = "International Peace Institute, Peacekeeping Database",
    .wide = ipi_types,
    .totals = TRUE,
    .columns = {
      [PAZ_COLUMN_ISO3] = { PAZ_NEED_ONE, HEADERS ("contributoriso3") },
      [PAZ_COLUMN_COUNTRY] = { PAZ_NEED_ONE, HEADERS ("contributor") },
      [PAZ_COLUMN_MISSION] = { PAZ_NEED_ALWAYS, HEADERS ("mission") },
      [PAZ_COLUMN_DATE] = { PAZ_NEED_ALWAYS, HEADERS ("date") },
      [PAZ_COLUMN_TOTAL] = { PAZ_NEED_OPTIONAL, HEADERS ("total") },
      [PAZ_WIDE_COLUMN (0, PAZ_WIDE_TOTAL)] = { PAZ_NEED_OPTIONAL, HEADERS ("expertsonmission") },
      [PAZ_WIDE_COLUMN (1, PAZ_WIDE_TOTAL)] = { PAZ_NEED_OPTIONAL, HEADERS ("formedpoliceunits") },
      [PAZ_WIDE_COLUMN (2, PAZ_WIDE_TOTAL)] = { PAZ_NEED_OPTIONAL, HEADERS ("inidividualpolice", "individualpolice") },
      [PAZ_WIDE_COLUMN (3, PAZ_WIDE_TOTAL)] = { PAZ_NEED_ALWAYS, HEADERS ("troops") },
      [PAZ_WIDE_COLUMN (4, PAZ_WIDE_TOTAL)] = { PAZ_NEED_OPTIONAL, HEADERS ("civilianpolice") },
      [PAZ_WIDE_COLUMN (5, PAZ_WIDE_TOTAL)] = { PAZ_NEED_OPTIONAL, HEADERS ("observers") },
    },
  },
  /* DOMAIN.md 3.5: three columns a type. Totals are compared with their parts, never added. */
  {
    .name = "IPI-GENDER",
    .publisher = "International Peace Institute, Peacekeeping Database",
    .wide = ipi_gender_types,
    .columns = {
      [PAZ_COLUMN_ISO3] = { PAZ_NEED_ONE, HEADERS ("contributoriso3") },
      [PAZ_COLUMN_COUNTRY] = { PAZ_NEED_ONE, HEADERS ("contributor") },
      [PAZ_COLUMN_MISSION] = { PAZ_NEED_ALWAYS, HEADERS ("mission") },
      [PAZ_COLUMN_DATE] = { PAZ_NEED_ALWAYS, HEADERS ("date") },
      [PAZ_COLUMN_TOTAL] = { PAZ_NEED_OPTIONAL, HEADERS ("totaltotal", "total") },
      [PAZ_COLUMN_FEMALE] = { PAZ_NEED_OPTIONAL, HEADERS ("totalfemale") },
      [PAZ_COLUMN_MALE] = { PAZ_NEED_OPTIONAL, HEADERS ("totalmale") },
      WIDE (0, "expertsonmission"),
      WIDE (1, "formedpoliceunits"),
      [PAZ_WIDE_COLUMN (2, PAZ_WIDE_TOTAL)] = { PAZ_NEED_ALWAYS, HEADERS ("individualpolicetotal", "inidividualpolicetotal") },
      [PAZ_WIDE_COLUMN (2, PAZ_WIDE_FEMALE)] = { PAZ_NEED_ALWAYS, HEADERS ("individualpolicefemale", "inidividualpolicefemale") },
      [PAZ_WIDE_COLUMN (2, PAZ_WIDE_MALE)] = { PAZ_NEED_ALWAYS, HEADERS ("individualpolicemale", "inidividualpolicemale") },
      WIDE (3, "troops"),
    },
  },
  /* DOMAIN.md 3.2: contributors of one month with their rank, Rank_*.csv of the open-data portal and
   * DPO-UCLATEST of the Data Hub. */
  {
    .name = "DPO-UCLATEST",
    .publisher = "United Nations, Peace and Security Data Hub",
    .check = TRUE,
    .columns = {
      [PAZ_COLUMN_ISO3] = { PAZ_NEED_ONE, HEADERS ("isocode3", "isoalpha3code", "iso3") },
      [PAZ_COLUMN_M49] = { PAZ_NEED_ONE, HEADERS ("m49code", "m49") },
      [PAZ_COLUMN_COUNTRY] = { PAZ_NEED_ONE, HEADERS ("contributingcountry") },
      [PAZ_COLUMN_RANK] = { PAZ_NEED_ALWAYS, HEADERS ("personnelcontributionrank") },
      [PAZ_COLUMN_FEMALE] = { PAZ_NEED_ALWAYS, HEADERS ("femalepersonnel") },
      [PAZ_COLUMN_MALE] = { PAZ_NEED_ALWAYS, HEADERS ("malepersonnel") },
      [PAZ_COLUMN_TOTAL] = { PAZ_NEED_ALWAYS, HEADERS ("totaluniformedpersonnel") },
      [PAZ_COLUMN_DATE] = { PAZ_NEED_ALWAYS, HEADERS ("lastreportingdate") },
    },
  },
  /* DOMAIN.md 3.2 and 3.4, trap 14: operations since 1948, not all of them. */
  {
    .name = "DPPADPOSS-PKO",
    .publisher = "United Nations, Peace and Security Data Hub",
    .records = &paz_operations_layout,
    .columns = {
      [PAZ_OPERATION_ACRONYM] = { PAZ_NEED_ALWAYS, HEADERS ("missionacronym") },
      [PAZ_OPERATION_NAME] = { PAZ_NEED_ALWAYS, HEADERS ("missionname") },
      [PAZ_OPERATION_ACTIVE] = { PAZ_NEED_OPTIONAL, HEADERS ("missionisactive") },
      [PAZ_OPERATION_START] = { PAZ_NEED_ALWAYS, HEADERS ("startdate") },
      [PAZ_OPERATION_END] = { PAZ_NEED_ALWAYS, HEADERS ("enddate") },
      [PAZ_OPERATION_PLACE] = { PAZ_NEED_OPTIONAL, HEADERS ("missionlocation") },
      [PAZ_OPERATION_LATITUDE] = { PAZ_NEED_OPTIONAL, HEADERS ("missionlatitude") },
      [PAZ_OPERATION_LONGITUDE] = { PAZ_NEED_OPTIONAL, HEADERS ("missionlongitude") },
      [PAZ_OPERATION_UPDATED] = { PAZ_NEED_OPTIONAL, HEADERS ("lastupdate") },
    },
  },
  /* DOMAIN.md 3.2. The number of the row, "id", is another one in every edition: nothing hangs on it. */
  {
    .name = "DPPADPOSS-FATALITIES",
    .publisher = "United Nations, Peace and Security Data Hub",
    .records = &paz_fatalities_layout,
    .columns = {
      [PAZ_FATALITY_ID] = { PAZ_NEED_ALWAYS, HEADERS ("casualtyid") },
      [PAZ_FATALITY_DATE] = { PAZ_NEED_ALWAYS, HEADERS ("incidentdate") },
      [PAZ_FATALITY_MISSION] = { PAZ_NEED_ALWAYS, HEADERS ("missionacronym") },
      [PAZ_FATALITY_CASUALTY] = { PAZ_NEED_OPTIONAL, HEADERS ("typeofcasualty") },
      [PAZ_FATALITY_GENDER] = { PAZ_NEED_OPTIONAL, HEADERS ("gender", "sex") },
      [PAZ_FATALITY_NATIONALITY] = { PAZ_NEED_ONE, HEADERS ("casualtynationality") },
      [PAZ_FATALITY_ISO3] = { PAZ_NEED_ONE, HEADERS ("isocode3") },
      [PAZ_FATALITY_M49] = { PAZ_NEED_OPTIONAL, HEADERS ("m49code") },
      [PAZ_FATALITY_PERSONNEL] = { PAZ_NEED_ALWAYS, HEADERS ("casualtypersonneltype") },
      [PAZ_FATALITY_INCIDENT] = { PAZ_NEED_ALWAYS, HEADERS ("typeofincident") },
      [PAZ_FATALITY_UPDATED] = { PAZ_NEED_OPTIONAL, HEADERS ("lastupdate") },
    },
  },
};

const char * const *
paz_layout_list_names (void)
{
  static const char *names[G_N_ELEMENTS (layouts) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    names[i] = layouts[i].name;

  return names;
}

/* Position of the column in the file; -1 when it is not there, -2 when it is there twice: which of
 * two is meant nobody can tell. */
static int
find_column (const PazLayoutColumn *column,
             char                 **keys)
{
  int found = -1;

  for (int i = 0; keys[i] != NULL; i++)
    if (column->headers != NULL && g_strv_contains (column->headers, keys[i]))
      {
        if (found >= 0)
          return -2;
        found = i;
      }

  return found;
}

/* What keeps the header from being this layout, NULL when nothing does. */
static char *
match_layout (const PazLayout *layout,
              char           **keys,
              int              at[PAZ_MAX_COLUMNS])
{
  GString *missing = g_string_new (NULL);
  gboolean wants_one = FALSE, has_one = FALSE;

  for (int i = 0; i < PAZ_MAX_COLUMNS; i++)
    {
      const PazLayoutColumn *column = &layout->columns[i];

      at[i] = find_column (column, keys);
      wants_one |= column->need == PAZ_NEED_ONE;
      has_one |= column->need == PAZ_NEED_ONE && at[i] >= 0;
      if (at[i] == -2)
        g_string_append_printf (missing, "%s“%s” twice", missing->len > 0 ? ", " : "", column->headers[0]);
      else if (column->need == PAZ_NEED_ALWAYS && at[i] < 0)
        g_string_append_printf (missing, "%sno “%s”", missing->len > 0 ? ", " : "", column->headers[0]);
    }
  if (wants_one && !has_one)
    g_string_append_printf (missing, "%sno country", missing->len > 0 ? ", " : "");

  return g_string_free (missing, missing->len == 0);
}

static PazHeader *
header_new (const PazLayout *layout,
            const PazCell   *cells,
            guint            n_cells,
            const int        at[PAZ_MAX_COLUMNS])
{
  PazHeader *self = g_new0 (PazHeader, 1);

  self->layout = layout;
  self->n_columns = n_cells;
  memcpy (self->at, at, sizeof self->at);
  for (int i = 0; i < PAZ_MAX_COLUMNS; i++)
    if (at[i] >= 0)
      self->names[i] = paz_cell_dup_text (&cells[at[i]]);

  return self;
}

PazHeader *
paz_header_recognise (const PazCell  *cells,
                      guint           n_cells,
                      const char     *name,
                      GError        **error)
{
  g_auto (GStrv) keys = g_new0 (char *, n_cells + 1);
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (n_cells > MAX_FILE_COLUMNS)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_COLUMNS, "line 1: %u columns", n_cells);
      return NULL;
    }
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = paz_cell_dup_text (&cells[i]);

      keys[i] = paz_text_fold_key (text);
    }

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *missing = NULL;
      int at[PAZ_MAX_COLUMNS];

      if (name != NULL && strcmp (name, layouts[i].name) != 0)
        continue;
      missing = match_layout (&layouts[i], keys, at);
      if (missing == NULL)
        return header_new (&layouts[i], cells, n_cells, at);
      g_string_append_printf (reasons, "%s%s: %s", reasons->len > 0 ? "; " : "", layouts[i].name, missing);
    }

  g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_LAYOUT, "%s",
               reasons->len > 0 ? reasons->str : "no layout of this name");
  return NULL;
}

void
paz_header_free (PazHeader *self)
{
  for (int i = 0; i < PAZ_MAX_COLUMNS; i++)
    g_free (self->names[i]);
  g_free (self);
}
