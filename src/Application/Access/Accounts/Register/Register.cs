using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Registers an organization and an account. Nothing is created before the link in a mail verifies the address. The response is the same when the address has
/// an account already; the mail says so.
/// </summary>
/// <param name="OrganizationName">1 to 100 characters.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Email">At most 255 characters; stored trimmed, with ASCII letters in lower case and the domain as A-labels.</param>
/// <param name="Password">By the password policy.</param>
[AllowAnonymous("A registrant has no account yet.")]
[NotAudited("There is no organization to audit it in; the completed registration is audited.")]
[ManagesTransaction("Hashes the password, which is slow.")]
public sealed record Register(
    [property: Example("Acme")] string? OrganizationName,
    [property: Example("Ada Lovelace")] string? Name,
    string? Email,
    string? Password) : ICommand<Unit>
{
    /// <summary>Without the password, which must not reach a log.</summary>
    public override string ToString() => nameof(Register);
}
