namespace CleanApi.Domain.Errors;

/// <summary>Where in a request a field is.</summary>
public enum FieldPlace
{
    /// <summary>In its body.</summary>
    Body,

    /// <summary>In its query string.</summary>
    Query,

    /// <summary>In its path or a header, or in data that no client sends.</summary>
    Elsewhere,
}
