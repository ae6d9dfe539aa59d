namespace CleanApi.Domain.Errors;

/// <summary>One error: its field, its code (<see cref="FieldCodes"/>) and a message.</summary>
/// <param name="Field">Dotted path of the field, camelCase; null when the error is not about a field.</param>
/// <param name="Code">A code of the closed list.</param>
/// <param name="Message">Human-readable.</param>
public sealed record ErrorDetail(string? Field, string Code, string Message);
