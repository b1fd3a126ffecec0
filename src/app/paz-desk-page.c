#include "paz-desk-page.h"

#include "paz-desk-editor.h"
#include "paz-page-life.h"
#include "paz-participants.h"
#include "paz-po-dialogs.h"
#include "paz-window.h"
#include "paz-words.h"

#include <adwaita.h>

struct _PazDeskPage
{
  GtkWidget           parent_instance;

  GtkWidget          *target_choice;
  GtkWidget          *state_choice;
  GtkWidget          *kind_choice;
  GtkWidget          *owner_choice;
  GtkStack           *states;
  GtkColumnView      *view;
  PazDeskEditor      *editor;

  PazStore           *store;
  GListStore         *items;
  GtkSingleSelection *selection;
  GPtrArray          *kinds;      /* const PazKind *, as the choice lists them after "all" */
  GPtrArray          *owners;     /* codes, likewise */
  GCancellable       *loading;
  PazTextCounts       counts[PAZ_N_LANGUAGES];
  PazLanguage         target;
  gboolean            filling;    /* a choice is filled by the program */
  gboolean            choosing;   /* the language is the program's choice still */
};

G_DEFINE_FINAL_TYPE (PazDeskPage, paz_desk_page, GTK_TYPE_WIDGET)

static void load_again (PazDeskPage *self);

/* ---- what is listed ---- */

typedef struct
{
  PazStore            *store;
  PazTextQuery         query;
  const PazKind       *kinds[2];
  char                *owner;
  GPtrArray           *texts;
  PazTextCounts        counts[PAZ_N_LANGUAGES];
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->store);
  g_free (load->owner);
  g_clear_pointer (&load->texts, g_ptr_array_unref);
  g_free (load);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (load->store, &error);

  if (reader != NULL && paz_store_count_texts (reader, load->counts, cancellable, &error))
    load->texts = paz_store_list_texts (reader, &load->query, cancellable, &error);
  if (load->texts != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static const PazKind *
get_chosen_kind (PazDeskPage *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind_choice));

  return position > 0 && position <= self->kinds->len ? g_ptr_array_index (self->kinds, position - 1) : NULL;
}

static Load *
make_load (PazDeskPage *self)
{
  static const PazTextStates states[] = { PAZ_TEXTS_WAITING, PAZ_TEXTS_MISSING, PAZ_TEXTS_STALE };
  guint state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state_choice));
  guint owner = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->owner_choice));
  Load *load = g_new0 (Load, 1);

  load->store = g_object_ref (self->store);
  load->query.target = self->target;
  load->query.states = states[MIN (state, G_N_ELEMENTS (states) - 1)];
  load->kinds[0] = get_chosen_kind (self);
  load->query.kinds = load->kinds[0] != NULL ? load->kinds : NULL;
  if (owner > 0 && owner <= self->owners->len)
    load->owner = g_strdup (g_ptr_array_index (self->owners, owner - 1));
  load->query.owner = load->owner;

  return load;
}

static gboolean
is_shown (PazDeskPage *self,
          GPtrArray   *texts)
{
  GListModel *model = G_LIST_MODEL (self->items);

  if (g_list_model_get_n_items (model) != texts->len)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (PazDeskItem) item = g_list_model_get_item (model, i);

      if (!paz_desk_item_is (item, texts->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static guint
find_text (GPtrArray     *texts,
           const PazText *text)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const PazText *other = texts->pdata[i];

      if (other->field == text->field && g_str_equal (other->record, text->record))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* In two steps: a list that is told of a replacement looks up every row of it. */
static void
replace_items (PazDeskPage *self,
               GPtrArray   *texts)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  PazDeskItem *chosen = gtk_single_selection_get_selected_item (self->selection);
  guint at = gtk_single_selection_get_selected (self->selection);
  guint found = chosen != NULL ? find_text (texts, paz_desk_item_get_text (chosen)) : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (items, paz_desk_item_new (texts, texts->pdata[i]));
  self->filling = TRUE;
  g_list_store_remove_all (self->items);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  if (found == GTK_INVALID_LIST_POSITION && at != GTK_INVALID_LIST_POSITION)
    found = MIN (at, texts->len > 0 ? texts->len - 1 : 0);
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, found);
  self->filling = FALSE;
}

/* ---- what is shown ---- */

static void
show_place (PazDeskPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint at = gtk_single_selection_get_selected (self->selection);
  g_autofree char *text = NULL;

  /* Translators: which text of how many. */
  text = g_strdup_printf (C_("desk", "%u of %u"), at + 1, n);
  paz_desk_editor_set_place (self->editor, n > 0 && at < n ? text : "");
}

static void
show_selected (PazDeskPage *self)
{
  paz_desk_editor_show (self->editor, self->store, gtk_single_selection_get_selected_item (self->selection));
  show_place (self);
}

static void
selected_cb (PazDeskPage *self)
{
  if (!self->filling)
    show_selected (self);
}

/* "Português (57)" */
static void
fill_targets (PazDeskPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (),
                                                           self->counts[i].missing + self->counts[i].stale);
      g_autofree char *name = g_strdup_printf (C_("language and count", "%s (%s)"), paz_language_get_name (i), number);

      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->target_choice), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->target_choice), self->target);
  self->filling = FALSE;
}

/* The language of the interface, unless nothing waits in it. */
static PazLanguage
choose_target (PazDeskPage *self)
{
  PazLanguage target = self->target;

  for (guint i = 0; i < PAZ_N_LANGUAGES && self->counts[target].missing + self->counts[target].stale == 0; i++)
    if (self->counts[i].missing + self->counts[i].stale > 0)
      target = i;

  return target;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazDeskPage *self = PAZ_DESK_PAGE (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  PazLanguage target;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("The waiting translations could not be listed: %s", error->message);
      return;
    }
  if (memcmp (self->counts, load->counts, sizeof self->counts) != 0)
    {
      memcpy (self->counts, load->counts, sizeof self->counts);
      target = self->choosing ? choose_target (self) : self->target;
      self->choosing = FALSE;
      if (target != self->target)
        {
          self->target = target;
          fill_targets (self);
          load_again (self);
          return;
        }
      fill_targets (self);
    }
  self->choosing = FALSE;
  if (!is_shown (self, load->texts))
    replace_items (self, load->texts);
  gtk_stack_set_visible_child_name (self->states, load->texts->len > 0 ? "texts" : "nothing");
  show_selected (self);
}

static void
load_again (PazDeskPage *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, make_load (self), (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_thread);
}

static void
load_again_cb (GtkWidget *page)
{
  load_again (PAZ_DESK_PAGE (page));
}

static void
chosen_cb (PazDeskPage *self)
{
  if (self->filling || self->store == NULL)
    return;
  self->choosing = FALSE;
  self->target = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->target_choice));
  load_again (self);
}

/* ---- walking ---- */

static void
done_cb (PazDeskPage *self,
         gboolean     saved,
         guint64      step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint at = gtk_single_selection_get_selected (self->selection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (at >= n)
    return;
  if (saved)
    {
      if (PAZ_IS_WINDOW (root))
        paz_window_tell_step (PAZ_WINDOW (root), step);
      g_list_store_remove (self->items, at);
      if (at + 1 == n && n > 1)
        gtk_single_selection_set_selected (self->selection, 0);
    }
  else
    gtk_single_selection_set_selected (self->selection, at + 1 < n ? at + 1 : 0);
  show_selected (self);
  paz_desk_editor_focus_text (self->editor);
}

static void
activate_cb (PazDeskPage *self)
{
  paz_desk_editor_focus_text (self->editor);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazDeskPage *self = PAZ_DESK_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (paz_po_export_dialog_new (GTK_WINDOW (root), self->store, self->target,
                                                            get_chosen_kind (self))));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  paz_po_import_ask (GTK_WINDOW (root), PAZ_DESK_PAGE (widget)->store);
}

/* ---- columns ---- */

typedef char * (* CellText) (PazDeskPage *self,
                             PazDeskItem *item);

static char *
dup_title (PazDeskPage *self,
           PazDeskItem *item)
{
  return g_strdup (paz_desk_item_get_title (item, self->store, paz_words_get_catalogue ()));
}

static char *
dup_field (PazDeskPage *self,
           PazDeskItem *item)
{
  const PazText *text = paz_desk_item_get_text (item);

  return g_strdup (paz_catalogue_ptext (paz_words_get_catalogue (), paz_field_get_context (text->field, text->kind),
                                        text->field->label));
}

static char *
dup_kind (PazDeskPage *self,
          PazDeskItem *item)
{
  const PazText *text = paz_desk_item_get_text (item);

  return g_strdup (paz_catalogue_text (paz_words_get_catalogue (), text->kind->phrases.singular));
}

static char *
dup_owner (PazDeskPage *self,
           PazDeskItem *item)
{
  const PazText *text = paz_desk_item_get_text (item);

  return g_strdup (g_str_equal (text->owner, "*") ? C_("owner", "All") : text->owner);
}

static char *
dup_due (PazDeskPage *self,
         PazDeskItem *item)
{
  const PazText *text = paz_desk_item_get_text (item);

  return text->due != NULL ? paz_catalogue_dup_date (paz_words_get_catalogue (), text->due) : g_strdup ("");
}

static char *
dup_state (PazDeskPage *self,
           PazDeskItem *item)
{
  const PazText *text = paz_desk_item_get_text (item);

  return g_strdup (text->state == PAZ_TRANSLATION_MISSING ? C_("translation", "Missing")
                                                          : C_("translation", "Out of date"));
}

/* Asked for when it is needed: a tooltip of its own costs a cell more than all the rest. */
static gboolean
tooltip_cb (GtkWidget  *text,
            int         x,
            int         y,
            gboolean    by_keyboard,
            GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (text)));

  return TRUE;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  data)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  gtk_list_item_set_child (item, text);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  data)
{
  PazDeskPage *self = data;
  CellText dup_text = (CellText) g_object_get_data (G_OBJECT (factory), "text");
  g_autofree char *text = dup_text (self, gtk_list_item_get_item (item));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
add_column (PazDeskPage *self,
            const char  *title,
            CellText     text,
            int          width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "text", (gpointer) text);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  column = gtk_column_view_column_new (title, factory);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, width == 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

/* ---- choices ---- */

static gboolean
has_texts (const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_TRILINGUAL)
      return TRUE;

  return FALSE;
}

static void
fill_kinds (PazDeskPage *self)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_("desk", "All Kinds"));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (!has_texts (kinds[i]))
        continue;
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
      gtk_string_list_append (names, paz_catalogue_text (paz_words_get_catalogue (), kinds[i]->phrases.plural));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind_choice), G_LIST_MODEL (names));
}

static void
fill_choices (PazDeskPage *self)
{
  const char *states[] = { C_("desk", "Missing and Out of Date"), C_("desk", "Missing"), C_("desk", "Out of Date"), NULL };
  g_autoptr (GtkStringList) state_names = gtk_string_list_new (states);
  g_autoptr (GtkStringList) owner_names = NULL;

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->state_choice), G_LIST_MODEL (state_names));
  fill_kinds (self);
  self->owners = paz_participants_list (self->store, C_("desk", "All Owners"), &owner_names);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->owner_choice), G_LIST_MODEL (owner_names));
  self->filling = FALSE;
  fill_targets (self);
}

/* ---- widget ---- */

static void
paz_desk_page_dispose (GObject *object)
{
  PazDeskPage *self = PAZ_DESK_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_DESK_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_desk_page_parent_class)->dispose (object);
}

static void
paz_desk_page_class_init (PazDeskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_desk_page_dispose;
  g_type_ensure (PAZ_TYPE_DESK_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, target_choice);
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, state_choice);
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, owner_choice);
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, states);
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazDeskPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_install_action (widget_class, "page.export-texts", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.import-texts", NULL, import_action);
}

static void
paz_desk_page_init (PazDeskPage *self)
{
  self->kinds = g_ptr_array_new ();
  self->items = g_list_store_new (PAZ_TYPE_DESK_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
paz_desk_page_new (PazStore *store)
{
  PazDeskPage *self = g_object_new (PAZ_TYPE_DESK_PAGE, NULL);

  self->store = g_object_ref (store);
  self->target = paz_words_get_language ();
  self->choosing = TRUE;
  fill_choices (self);
  add_column (self, C_("desk", "Record"), dup_title, 0);
  add_column (self, C_("desk", "Text"), dup_field, 130);
  add_column (self, C_("desk", "Kind"), dup_kind, 140);
  add_column (self, C_("desk", "Owner"), dup_owner, 72);
  add_column (self, C_("desk", "Due"), dup_due, 142);
  add_column (self, C_("desk", "State"), dup_state, 120);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import-texts", !paz_store_is_read_only (store));
  paz_page_watch (GTK_WIDGET (self), store, load_again_cb);
  load_again (self);

  return GTK_WIDGET (self);
}

PazLanguage
paz_desk_page_get_target (PazDeskPage *self)
{
  g_return_val_if_fail (PAZ_IS_DESK_PAGE (self), PAZ_LANGUAGE_ES);

  return self->target;
}

void
paz_desk_page_set_target (PazDeskPage *self,
                          PazLanguage  target)
{
  g_return_if_fail (PAZ_IS_DESK_PAGE (self));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->target_choice), target);
}

GListModel *
paz_desk_page_get_items (PazDeskPage *self)
{
  g_return_val_if_fail (PAZ_IS_DESK_PAGE (self), NULL);

  return G_LIST_MODEL (self->items);
}

const PazKind *
paz_desk_page_get_kind (PazDeskPage *self)
{
  g_return_val_if_fail (PAZ_IS_DESK_PAGE (self), NULL);

  return get_chosen_kind (self);
}
