namespace CleanApi.Domain.Errors;

/// <summary>409: a unique value is already in use.</summary>
/// <param name="field">The field, camelCase.</param>
/// <param name="message">Replaces the default message.</param>
public sealed class DuplicateValueError(string field, string? message = null)
    : AppException(message ?? Wording(field), ErrorCodes.DuplicateValue, 409, [new ErrorDetail(field, FieldCodes.Duplicate, message ?? Wording(field))])
{
    private static string Wording(string field) => $"A record with this {field} already exists";
}
