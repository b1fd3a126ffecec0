#include "paz-list-fit.h"

#include "paz-list-columns.h"
#include "paz-words.h"

/* Records that are looked at, and the longest of their texts that are measured. */
#define N_SAMPLE 50
#define N_LONGEST 2
/* Around what a cell says; the first column begins further in. */
#define PADDING 18
#define INDENT 10
/* The arrow and the place of an order. */
#define ARROW 26
/* "National" beside the words, and the language of a text. */
#define MARKS 70

typedef struct
{
  int  least;      /* below that it says nothing */
  int  most;       /* longer words are cut */
} Bounds;

static Bounds
get_bounds (const PazField *field)
{
  switch (field->type)
    {
    case PAZ_VALUE_TRILINGUAL:
      return (Bounds) { 200, 440 };
    case PAZ_VALUE_NOTE:
      return (Bounds) { 140, 320 };
    case PAZ_VALUE_TEXT:
      return (Bounds) { 70, 240 };
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
      return (Bounds) { 90, 240 };
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_LANGUAGE:
      return (Bounds) { 80, 220 };
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
      return (Bounds) { 100, 230 };
    case PAZ_VALUE_MONEY:
      return (Bounds) { 110, 200 };
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_FLAG:
      return (Bounds) { 60, 150 };
    case PAZ_VALUE_HASH:
      return (Bounds) { 90, 160 };
    }

  g_return_val_if_reached (((Bounds) { 80, 200 }));
}

static int
measure (GtkWidget  *view,
         const char *text,
         gboolean    bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, text);
  int width;

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The longest by letters are measured; they need not be the widest, but nearly. */
static int
measure_contents (PazStore       *store,
                  GtkWidget      *view,
                  GPtrArray      *records,
                  const PazField *field)
{
  g_autofree char *longest[N_LONGEST] = { NULL };
  glong lengths[N_LONGEST] = { 0 };
  int width = 0;

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *text = paz_store_dup_display (store, g_ptr_array_index (records, i), field,
                                                     paz_words_get_catalogue ());
      glong length = text != NULL ? g_utf8_strlen (text, 200) : 0;
      guint shortest = lengths[1] < lengths[0] ? 1 : 0;

      if (length <= lengths[shortest])
        continue;
      lengths[shortest] = length;
      g_free (longest[shortest]);
      longest[shortest] = g_steal_pointer (&text);
    }
  for (guint i = 0; i < N_LONGEST; i++)
    if (longest[i] != NULL)
      {
        width = MAX (width, measure (view, longest[i], FALSE));
        g_clear_pointer (&longest[i], g_free);
      }

  return width;
}

static GPtrArray *
list_sample (GListModel *records)
{
  GPtrArray *sample = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = records != NULL ? g_list_model_get_n_items (records) : 0;

  for (guint i = 0; i < n && sample->len < N_SAMPLE; i++)
    {
      GObject *item = g_list_model_get_item (records, i);

      if (PAZ_IS_RECORD (item))
        g_ptr_array_add (sample, item);
      else
        g_object_unref (item);
    }

  return sample;
}

/* Codes and the like are whole or say nothing. */
#define SHORT 130

typedef struct
{
  int least;
  int firm;      /* what dates and figures give up last, and long words first */
  int wanted;
} Room;

static gboolean
is_long (const PazField *field,
         int             wanted)
{
  if (field->type == PAZ_VALUE_TEXT)
    return wanted > SHORT;

  return field->type == PAZ_VALUE_TRILINGUAL || field->type == PAZ_VALUE_NOTE || field->type == PAZ_VALUE_LINK
         || field->type == PAZ_VALUE_LINKS || field->type == PAZ_VALUE_CHOICE || field->type == PAZ_VALUE_COUNTRY
         || field->type == PAZ_VALUE_LANGUAGE || field->type == PAZ_VALUE_HASH;
}

static Room
get_room (const PazListLayout *layout,
          PazStore            *store,
          GtkWidget           *view,
          GPtrArray           *sample,
          guint                n)
{
  const PazListColumn *column = &g_array_index (layout->columns, PazListColumn, n);
  Bounds bounds = get_bounds (column->field);
  int title = measure (view, paz_list_columns_get_title (layout->kind, column->field), TRUE) + PADDING;
  int contents = measure_contents (store, view, sample, column->field) + PADDING;
  int indent = n == 0 ? INDENT : 0;
  Room room;

  if (paz_list_layout_get_order (layout, column->field, NULL) > 0)
    title += ARROW;
  if (column->field == paz_list_layout_get_wide (layout))
    contents += MARKS;
  room.least = MAX (bounds.least, title) + indent;
  room.wanted = column->width > 0 ? column->width : MAX (MIN (contents, bounds.most), title) + indent;
  room.wanted = MAX (room.wanted, column->width > 0 ? column->width : room.least);
  if (column->field->type == PAZ_VALUE_TEXT && !is_long (column->field, room.wanted))
    room.least = room.wanted;
  room.least = MIN (room.least, room.wanted);
  room.firm = is_long (column->field, room.wanted) ? room.least : room.wanted;

  return room;
}

/* Of all that are shown. */
static Room
add_up (GArray *rooms,
        GArray *widths)
{
  Room sum = { 0 };

  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (widths, int, i) > 0)
      {
        const Room *room = &g_array_index (rooms, Room, i);

        sum.wanted += room->wanted;
        sum.firm += room->firm;
        sum.least += room->least;
      }

  return sum;
}

static void
hide_last (const PazListLayout *layout,
           GArray              *widths)
{
  const PazField *wide = paz_list_layout_get_wide (layout);

  for (guint i = widths->len; i > 1; i--)
    if (g_array_index (widths, int, i - 1) > 0
        && g_array_index (layout->columns, PazListColumn, i - 1).field != wide)
      {
        g_array_index (widths, int, i - 1) = 0;
        return;
      }
}

static guint
count_shown (GArray *widths)
{
  guint n = 0;

  for (guint i = 0; i < widths->len; i++)
    n += g_array_index (widths, int, i) > 0;

  return n;
}

/* How much of what can be given must be given. */
static double
get_share (int from,
           int to,
           int width)
{
  return from > width && from > to ? MIN (1.0, (double) (from - width) / (from - to)) : 0;
}

/* Long words give way first; when they have nothing left to give, dates and figures do. */
static void
shrink (GArray *rooms,
        GArray *widths,
        Room    sum,
        int     width)
{
  double first = get_share (sum.wanted, sum.firm, width);
  double then = get_share (sum.firm, sum.least, width);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      if (g_array_index (widths, int, i) > 0)
        g_array_index (widths, int, i) = room->wanted - (int) ((room->wanted - room->firm) * first + 0.999)
                                         - (int) ((room->firm - room->least) * then + 0.999);
    }
}

GArray *
paz_list_fit (const PazListLayout *layout,
              PazStore            *store,
              GtkWidget           *view,
              GListModel          *records,
              int                  width)
{
  g_autoptr (GPtrArray) sample = list_sample (records);
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (Room));
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));
  Room sum;

  for (guint i = 0; i < layout->columns->len; i++)
    {
      Room room = get_room (layout, store, view, sample, i);

      g_array_append_val (rooms, room);
      g_array_append_val (widths, room.wanted);
    }
  sum = add_up (rooms, widths);
  while (!layout->own_columns && sum.least > width && count_shown (widths) > 2)
    {
      hide_last (layout, widths);
      sum = add_up (rooms, widths);
    }
  shrink (rooms, widths, sum, width);

  return widths;
}
