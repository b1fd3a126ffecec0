#include "paz-record-layout.h"

#include "base/paz-text.h"

#include <string.h>

#define HEADERS(...) ((const char * const []) { __VA_ARGS__, NULL })

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
