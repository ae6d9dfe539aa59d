namespace CleanApi.Domain.Errors;

/// <summary>409: a unique value is taken already.</summary>
/// <param name="field">The field, camelCase.</param>
/// <param name="message">Another wording than the usual one.</param>
public sealed class DuplicateValueError(string field, string? message = null)
    : AppException(message ?? Wording(field), ErrorCodes.DuplicateValue, 409, [new ErrorDetail(field, FieldCodes.Duplicate, message ?? Wording(field))])
{
    private static string Wording(string field) => $"A record with this {field} already exists";
}
