using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A provider that people can sign in with.</summary>
/// <param name="Name">Its name in the settings, in lower case; stands in paths.</param>
/// <param name="DisplayName">As people know it.</param>
/// <param name="AllowedDomains">The domains whose addresses may sign in, in lower case; null: all.</param>
/// <param name="ProvidesHostedDomain">
/// Whether it says which organization an account belongs to. Then one of the domains has to be that: a private account keeps a company's address after its
/// owner has left the company.
/// </param>
public sealed record ExternalProvider(string Name, string DisplayName, IReadOnlySet<string>? AllowedDomains, bool ProvidesHostedDomain)
{
    /// <summary>Whether only addresses of some domains may sign in.</summary>
    public bool IsRestricted => AllowedDomains is not null;

    /// <summary>Whether an address may sign in: its domain is one of those allowed, not merely below one.</summary>
    public bool Allows(EmailAddress email) => AllowedDomains?.Contains(email.Value[(email.Value.LastIndexOf('@') + 1)..]) ?? true;

    /// <summary>Whether an account of an organization's domain may sign in; null where it is of none.</summary>
    public bool AllowsHosted(string? domain) =>
        AllowedDomains is null || !ProvidesHostedDomain || (domain is not null && AllowedDomains.Contains(domain.ToLowerInvariant()));
}
