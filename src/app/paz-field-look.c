#include "paz-field-look.h"

#include "paz-field-editor.h"
#include "paz-trilingual-row.h"

/* Texts that are chosen from a list. */
static gboolean
is_listed_text (const PazField *field)
{
  return field->format == PAZ_FORMAT_ZONE || field->format == PAZ_FORMAT_CURRENCY;
}

/* More words than a person takes in at a glance are searched, not looked through. */
#define MANY_CHOICES 12

static gboolean
has_many_choices (const PazField *field)
{
  guint n = 0;

  while (field->choices != NULL && field->choices[n].key != NULL)
    n++;

  return n > MANY_CHOICES;
}

static PazFieldLook
get_look_of_one (const PazField *field)
{
  switch (field->type)
    {
    case PAZ_VALUE_TEXT:
      if (is_listed_text (field))
        return (PazFieldLook) { PAZ_TYPE_FIELD_LINK, 3, 3, PAZ_CELL_PICK };
      return (PazFieldLook) { PAZ_TYPE_FIELD_ENTRY, 3, 3, PAZ_CELL_ENTRY };
    case PAZ_VALUE_NOTE:
      return (PazFieldLook) { PAZ_TYPE_FIELD_NOTE, 6, 6, PAZ_CELL_FORM };
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_REAL:
      return (PazFieldLook) { PAZ_TYPE_FIELD_ENTRY, 2, 2, PAZ_CELL_ENTRY };
    case PAZ_VALUE_MONEY:
      return (PazFieldLook) { PAZ_TYPE_FIELD_MONEY, 6, 3, PAZ_CELL_FORM };
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
      return (PazFieldLook) { PAZ_TYPE_FIELD_DATE, 2, 2, PAZ_CELL_ENTRY };
    case PAZ_VALUE_DATETIME:
      return (PazFieldLook) { PAZ_TYPE_FIELD_DATETIME, 3, 3, PAZ_CELL_FORM };
    case PAZ_VALUE_FLAG:
      return (PazFieldLook) { PAZ_TYPE_FIELD_FLAG, 3, 2, PAZ_CELL_PICK };
    case PAZ_VALUE_CHOICE:
      if (has_many_choices (field))
        return (PazFieldLook) { PAZ_TYPE_FIELD_LINK, 2, 3, PAZ_CELL_PICK };
      return (PazFieldLook) { PAZ_TYPE_FIELD_CHOICE, 2, 3, PAZ_CELL_PICK };
    case PAZ_VALUE_LINK:
      return (PazFieldLook) { PAZ_TYPE_FIELD_LINK, 3, 4, PAZ_CELL_PICK };
    case PAZ_VALUE_LINKS:
      return (PazFieldLook) { PAZ_TYPE_FIELD_SET, 6, 4, PAZ_CELL_PICK };
    case PAZ_VALUE_TRILINGUAL:
      return (PazFieldLook) { PAZ_TYPE_TRILINGUAL_ROW, 6, 5, PAZ_CELL_ENTRY };
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
      return (PazFieldLook) { PAZ_TYPE_FIELD_LINK, 3, 3, PAZ_CELL_PICK };
    case PAZ_VALUE_HASH:
      return (PazFieldLook) { PAZ_TYPE_FIELD_SHOWN, 6, 3, PAZ_CELL_SHOWN };
    }

  g_return_val_if_reached ((PazFieldLook) { PAZ_TYPE_FIELD_SHOWN });
}

PazFieldLook
paz_field_get_look (const PazField *field)
{
  PazFieldLook look = get_look_of_one (field);

  if ((field->flags & PAZ_FIELD_LONG) != 0)
    look.cell = PAZ_CELL_FORM;
  look.cell_editor = field->type == PAZ_VALUE_TRILINGUAL ? PAZ_TYPE_FIELD_WORDS : look.editor;
  if (paz_field_is_set (field))
    {
      look.editor = PAZ_TYPE_FIELD_SET;
      look.span = 6;
      look.weight = 4;
    }
  if (field->flags & PAZ_FIELD_FILLED)
    {
      look.editor = PAZ_TYPE_FIELD_SHOWN;
      look.cell = PAZ_CELL_SHOWN;
      look.span = MIN (look.span, 2);
    }
  if (field->type == PAZ_VALUE_HASH)
    look.span = 6;

  return look;
}
