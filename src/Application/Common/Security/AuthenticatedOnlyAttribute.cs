namespace CleanApi.Application.Common.Security;

/// <summary>For every caller who has signed in, whatever their role.</summary>
/// <param name="why">The reason.</param>
public sealed class AuthenticatedOnlyAttribute(string why) : RequestAccessAttribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
