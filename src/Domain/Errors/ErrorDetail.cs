namespace CleanApi.Domain.Errors;

/// <summary>One error: its field, its code and a message.</summary>
/// <param name="Field">Dotted path of the field, camelCase; null when the error is not about a field.</param>
/// <param name="Code">What kind of mistake; a closed list.</param>
/// <param name="Message">Human-readable.</param>
public sealed record ErrorDetail(string? Field, [property: ConstantOf(typeof(FieldCodes))] string Code, string Message);
