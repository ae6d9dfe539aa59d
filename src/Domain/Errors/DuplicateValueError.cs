namespace CleanApi.Domain.Errors;

/// <summary>409: a unique value is already in use.</summary>
public sealed class DuplicateValueError : AppException
{
    /// <summary>Another record has the value.</summary>
    /// <param name="field">The field, camelCase.</param>
    public DuplicateValueError(string field)
        : this(field, $"A record with this {field} already exists", reason: null)
    {
    }

    /// <summary>The same with a message and, where the caller can act on it, a reason.</summary>
    /// <param name="field">The field, camelCase.</param>
    /// <param name="message">Human-readable.</param>
    /// <param name="reason">One of <see cref="ReasonCodes"/>; null for none.</param>
    public DuplicateValueError(string field, string message, string? reason)
        : base(
            message, ErrorCodes.DuplicateValue, 409,
            [new ErrorDetail(field, FieldCodes.Duplicate, message), .. reason is null ? [] : ErrorDetail.Refusal(reason, message)])
    {
    }
}
