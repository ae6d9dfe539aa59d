namespace CleanApi.Application.Common.Security;

/// <summary>Allows every request, also anonymous ones.</summary>
/// <param name="why">The reason.</param>
public sealed class AllowAnonymousAttribute(string why) : RequestAccessAttribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
