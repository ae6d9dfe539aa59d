using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Creates an organization with its first administrator and their account, and greets them; afterwards the request goes on as that administrator. An
/// address that has an account already is refused when it is saved, as a duplicate.
/// </summary>
/// <param name="OrganizationName">The organization's name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The address, which has been proved.</param>
/// <param name="PasswordHash">The password's hash; null for somebody who signs in otherwise.</param>
[AllowAnonymous("Sent by the use case that has proved the address; the person is nobody yet.")]
[Audited("account.registered")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record FoundAccount(string OrganizationName, string Name, EmailAddress Email, string? PasswordHash) : ICommand<FoundedAccount>
{
    /// <summary>Without the hash.</summary>
    public override string ToString() => nameof(FoundAccount);
}
