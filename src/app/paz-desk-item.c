#include "paz-desk-item.h"

struct _PazDeskItem
{
  GObject        parent_instance;

  GPtrArray     *list;
  const PazText *text;
  char          *title;      /* read when it is first shown */
};

G_DEFINE_FINAL_TYPE (PazDeskItem, paz_desk_item, G_TYPE_OBJECT)

static void
paz_desk_item_finalize (GObject *object)
{
  g_ptr_array_unref (PAZ_DESK_ITEM (object)->list);
  g_free (PAZ_DESK_ITEM (object)->title);

  G_OBJECT_CLASS (paz_desk_item_parent_class)->finalize (object);
}

static void
paz_desk_item_class_init (PazDeskItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_desk_item_finalize;
}

static void
paz_desk_item_init (PazDeskItem *self)
{
}

PazDeskItem *
paz_desk_item_new (GPtrArray     *list,
                   const PazText *text)
{
  PazDeskItem *self = g_object_new (PAZ_TYPE_DESK_ITEM, NULL);

  self->list = g_ptr_array_ref (list);
  self->text = text;

  return self;
}

const PazText *
paz_desk_item_get_text (PazDeskItem *self)
{
  return self->text;
}

const char *
paz_desk_item_get_title (PazDeskItem  *self,
                         PazStore     *store,
                         PazCatalogue *catalogue)
{
  if (self->title == NULL)
    self->title = paz_store_dup_title (store, self->text->record, catalogue);

  return self->title;
}

gboolean
paz_desk_item_is (PazDeskItem   *self,
                  const PazText *text)
{
  return self->text->field == text->field && self->text->state == text->state && self->text->target == text->target
         && g_str_equal (self->text->record, text->record);
}
