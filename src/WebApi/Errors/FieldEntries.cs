using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>The codes of details.</summary>
internal static class FieldEntries
{
    public static readonly FieldEntry[] All =
    [
        new(
            "Required", "The field is missing or empty and has to be there. Send it.",
            new ErrorDetail("email", FieldCodes.Required, "Email is required")),
        new(
            "Invalid format",
            "The value is a text, and not of the form that the field takes: an address, an id, a time, a URL. Send it in the form that the message names.",
            new ErrorDetail("id", FieldCodes.InvalidFormat, "Invalid ID format")),
        new(
            "Invalid type",
            "The value is of another JSON type than the field takes, such as a number instead of a string. Send the type that the message names.",
            new ErrorDetail("name", FieldCodes.InvalidType, "Must be a string")),
        new(
            "Blank", "The text has nothing to see: it is empty, or has only spaces and characters that show nothing. Send a text that people can read.",
            new ErrorDetail("name", FieldCodes.Blank, "Must not be blank")),
        new(
            "Too short", "The text has too few characters, or the list too few items. Send as many as the message names, or more.",
            new ErrorDetail("password", FieldCodes.TooShort, "Password must be at least 8 characters")),
        new(
            "Too long", "The text has too many characters, or the list too many items. Send as many as the message names, or fewer.",
            new ErrorDetail("bio", FieldCodes.TooLong, "Must have at most 500 characters")),
        new(
            "Out of range", "The number is smaller or larger than the field takes. Send one within the bounds that the message names.",
            new ErrorDetail("limit", FieldCodes.OutOfRange, "Must be between 1 and 100")),
        new(
            "Invalid value", "The value is of the right type, and not one of those that the field takes. The message names them. Values are case-sensitive.",
            new ErrorDetail("role", FieldCodes.InvalidValue, "Must be one of VIEWER, MEMBER, ADMIN")),
        new(
            "Duplicate", "The value has to be unique, and another record has it. Send another value.",
            new ErrorDetail("email", FieldCodes.Duplicate, "A record with this email already exists")),
        new(
            "Unknown field", "There is no such field or query parameter here, it can't be set, or the parameter is sent more than once. Names are case-sensitive. Leave it out: nothing is ignored silently.",
            new ErrorDetail("organizationId", FieldCodes.UnknownField, "Unknown field; remove it")),
        new(
            "Invalid cursor", "The cursor is damaged, or belongs to a list with another order or filter. Cursors are opaque: start again from the first page.",
            new ErrorDetail("cursor", FieldCodes.InvalidCursor, "The cursor is damaged or belongs to another order or filter; start again without it")),
        new(
            "Conflict", "The field can't be sent together with another one. Leave one of them out.",
            new ErrorDetail("page", FieldCodes.Conflict, "Send page or cursor, not both")),
        new(
            "Not found", "What the path, or a field, names does not exist, was deleted, or belongs to another organization. Check the id.",
            new ErrorDetail(null, FieldCodes.NotFound, "No user with ID usr_01h455vb4pex5vsknk084sn02q in this organization")),
        new(
            "Read-only", "The field can't be changed here. Send the value that it has, or leave it out.",
            new ErrorDetail("createdAt", FieldCodes.ReadOnly, "Read-only here")),
        new(
            "Too common", "The password is one of those that many people choose, and that are tried first. Choose another one.",
            new ErrorDetail("password", FieldCodes.TooCommon, "Password is one of the most common ones")),
        new(
            "Too personal",
            "The password contains the person's address or name, the name of their organization, or the name of this service. Choose one that does not.",
            new ErrorDetail("password", FieldCodes.TooPersonal, "Password must not contain your address, your name or your organization's name")),
        new(
            "Idempotency key reused",
            "The Idempotency-Key was sent before with another request of yours to the same method and path: another query, media type or body. A key is for one request: send a new one with a new request, and the same one only with the very same bytes.",
            new ErrorDetail("Idempotency-Key", FieldCodes.IdempotencyKeyReused, "This key was sent with another request; a new request needs a new key")),
    ];
}
