namespace CleanApi.Domain.Errors;

/// <summary>One thing that is wrong: where, which kind (<see cref="FieldCodes"/>) and what to do about it.</summary>
/// <param name="Field">Dotted path of the field, camelCase; null where the error is not about a field.</param>
/// <param name="Code">A code of the closed list.</param>
/// <param name="Message">For people.</param>
public sealed record ErrorDetail(string? Field, string Code, string Message);
