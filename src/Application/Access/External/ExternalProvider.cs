using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An external identity provider.</summary>
/// <param name="Name">Its name in the settings and in paths, in lower case.</param>
/// <param name="DisplayName">Its name for users.</param>
/// <param name="AllowedDomains">The email domains that may sign in, in canonical form; null for all.</param>
/// <param name="ProvidesHostedDomain">
/// Whether its ID tokens name the organization that hosts an account (Google's <c>hd</c>). Then the hosted domain must be allowed too: a private account
/// can keep a company's address after its owner has left the company.
/// </param>
public sealed record ExternalProvider(string Name, string DisplayName, IReadOnlySet<string>? AllowedDomains, bool ProvidesHostedDomain)
{
    /// <summary>Whether sign-in is restricted to some domains.</summary>
    public bool IsRestricted => AllowedDomains is not null;

    /// <summary>Whether an address may sign in. Subdomains of an allowed domain may not.</summary>
    public bool Allows(EmailAddress email) => AllowedDomains?.Contains(email.Domain) ?? true;

    /// <summary>Whether an account with this hosted domain may sign in; null for a private account.</summary>
    public bool AllowsHosted(string? domain) =>
        AllowedDomains is null || !ProvidesHostedDomain || (MailDomain.TryParse(domain, out var hosted) && AllowedDomains.Contains(hosted));
}
