#include "paz-bulk-menu.h"

#include "paz-copy-dialog.h"
#include "paz-words.h"

/* A menu of more choices would not be read. */
#define MAX_MARK_FIELDS 4

static gboolean
is_marked_by (const PazField *field)
{
  return field->type == PAZ_VALUE_CHOICE && (field->flags & PAZ_FIELD_LISTED) != 0 && field->until == 0 &&
         (field->flags & PAZ_FIELD_FILLED) == 0 && !paz_field_is_set (field);
}

static void
add_target_item (GMenu      *menu,
                 const char *label,
                 const char *action,
                 char       *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
  g_free (target);
}

static void
add_choices (const PazKind  *kind,
             GMenu          *menu,
             const PazField *field)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autoptr (GMenu) choices = g_menu_new ();

  for (const PazChoice *choice = field->choices; choice->key != NULL; choice++)
    add_target_item (choices, paz_choice_get_label (choice, paz_field_get_context (field, kind), catalogue),
                     "bulk.mark", g_strdup_printf ("%s=%s", field->key, choice->key));
  g_menu_append_submenu (menu, paz_catalogue_ptext (catalogue, paz_field_get_context (field, kind), field->label),
                         G_MENU_MODEL (choices));
}

static void
add_levels (GMenu *menu)
{
  g_autoptr (GMenu) levels = g_menu_new ();

  for (PazLevel level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
    if (level != PAZ_LEVEL_NAMED)
      add_target_item (levels, paz_catalogue_ptext (paz_words_get_catalogue (), "level", paz_level_get_label (level)),
                       "bulk.level", g_strdup (paz_level_get_key (level)));
  g_menu_append (levels, _("Named Participants…"), "bulk.handling");
  g_menu_append_submenu (menu, _("Handling Level"), G_MENU_MODEL (levels));
}

GMenuModel *
paz_bulk_menu_make_marks (const PazKind *kind)
{
  GMenu *menu = g_menu_new ();
  guint n = 0;

  for (guint i = 0; i < kind->n_fields && n < MAX_MARK_FIELDS; i++)
    if (is_marked_by (&kind->fields[i]))
      {
        add_choices (kind, menu, &kind->fields[i]);
        n++;
      }
  add_levels (menu);

  return G_MENU_MODEL (menu);
}

static void
add_rows_section (const PazKind *kind,
                  GMenu         *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) marks = paz_bulk_menu_make_marks (kind);

  g_menu_append (section, _("_Open"), "page.open");
  g_menu_append (section, _("_Change…"), "bulk.edit");
  g_menu_append_submenu (section, _("_Mark"), marks);
  g_menu_append (section, _("_Delete"), "bulk.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_clipboard_section (PazStore *store,
                       GMenu    *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *audience = paz_copy_dup_audience (store);
  g_autofree char *label = audience != NULL ? g_strdup_printf (_("Copied For: %s…"), audience)
                                            : g_strdup (_("For Whom Is Copied…"));

  g_menu_append (section, _("_Copy"), "bulk.copy");
  g_menu_append (section, _("Copy as _Text"), "bulk.copy-text");
  g_menu_append (section, label, "bulk.audience");
  g_menu_append (section, _("_Paste Cells…"), "bulk.paste");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
paz_bulk_menu_make_rows (PazStore      *store,
                         const PazKind *kind)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  add_rows_section (kind, menu);
  add_clipboard_section (store, menu);
  g_menu_append (section, _("Select _All"), "bulk.select-all");
  g_menu_append (section, _("Select _Nothing"), "bulk.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}
