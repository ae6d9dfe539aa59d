using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>Errors of the request itself: syntax, authentication, authorization, target and format.</summary>
internal static class RequestErrorEntries
{
    public static readonly ErrorEntry[] All =
    [
        new(
            ErrorCodes.MalformedRequest, 400, "Malformed request",
            "The request could not be read: its body is not well-formed JSON, or a precondition is not of its form.",
            "In the body: a syntax error, a field that is there twice, text that is not UTF-8, more than 32 levels, something after the end, or no body at all. "
            + "In If-Match or If-None-Match: neither * nor a list of entity tags in quotes.",
            "Correct the body at the line and position that the message names, or send the ETag as it was received, quotes included. Serialize with a JSON library instead of joining strings.",
            "The body is not well-formed JSON: line 3, position 12"),
        new(
            ErrorCodes.BadRequest, 400, "Bad request",
            "The request can be read, and is refused whatever the rights of its sender.",
            "It asks for something that is never done, such as deleting one's own account, or it breaks the rules of HTTP.",
            "Read the message, and the page of the reason in details where there is one. The same request will not succeed later.",
            "Cannot delete your own account")
        {
            Details = ErrorDetail.Refusal(ReasonCodes.OwnAccount, "Cannot delete your own account"),
        },
        new(
            ErrorCodes.Authentication, 401, "Authentication required",
            "It is not known, or not proved, who sends the request.",
            "No credential was sent, or it is expired, revoked, malformed or of the wrong kind.",
            "Sign in or refresh the access token, and send it as Authorization: Bearer. An API key that was revoked has to be replaced.",
            "Authentication required"),
        new(
            ErrorCodes.Authorization, 403, "Insufficient permissions",
            "The sender is known and may not do this.",
            "The role or the scope does not carry the permission, a person or a second factor is needed, or a request with a cookie came from another origin.",
            "See the reason in details: its page says what to do.",
            "Insufficient permissions")
        {
            Details = ErrorDetail.Refusal(ReasonCodes.InsufficientRole, "Insufficient permissions"),
        },
        new(
            ErrorCodes.NotFound, 404, "Not found",
            "There is nothing at this address, or no resource with this id.",
            "It never existed, was deleted, or belongs to another organization; which of them is not told.",
            "Check the path and the id. Drop what you have stored of the resource.",
            "User with ID usr_01h455vb4pex5vsknk084sn02q not found")
        {
            Details = [new ErrorDetail(null, FieldCodes.NotFound, "No user with ID usr_01h455vb4pex5vsknk084sn02q in this organization")],
        },
        new(
            ErrorCodes.MethodNotAllowed, 405, "Method not allowed",
            "The address exists and does not take this HTTP method.",
            "The verb is not one of this resource.",
            "Use one of the methods that the Allow header names.",
            "This method is not allowed here; the Allow header names those that are"),
        new(
            ErrorCodes.NotAcceptable, 406, "Not acceptable",
            "None of the media types that the client accepts can be sent.",
            "The Accept header rules out application/json.",
            "Send Accept: application/json, or none at all.",
            "Nothing that the Accept header asks for can be sent; ask for application/json"),
        new(
            ErrorCodes.PayloadTooLarge, 413, "Payload too large",
            "The body is larger than this address takes.",
            "A JSON body has more than 1 MB (1,048,576 bytes), or a form of a page more than 16 KB.",
            "Send less at once.",
            "The body must not be larger than 1 MB"),
        new(
            ErrorCodes.UnsupportedMediaType, 415, "Unsupported media type",
            "The body is of a kind that this address does not take.",
            "The Content-Type is missing, is not one that the operation lists, or names another character set than UTF-8; or the body is compressed.",
            "Send one of the media types that the operation lists, which Accept-Post or Accept-Patch names, with a body in UTF-8 and without Content-Encoding.",
            "Send the body as application/json"),
        new(
            ErrorCodes.Validation, 422, "Validation failed",
            "The request is well-formed, and some of its fields are wrong.",
            "A field is missing, unknown, of the wrong type, or breaks a rule; details names every one of them, with a code of its own.",
            "Correct the fields and send the request again.",
            ValidationError.Body)
        {
            Details =
            [
                new ErrorDetail("email", FieldCodes.InvalidFormat, "Invalid email format"),
                new ErrorDetail("name", FieldCodes.Blank, "Must not be blank"),
            ],
        },
    ];
}
