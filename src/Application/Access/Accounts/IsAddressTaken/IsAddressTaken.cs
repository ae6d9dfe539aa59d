using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whether an address has an account, in whatever organization.</summary>
/// <param name="Email">The address.</param>
[AuthenticatedOnly("Sent by the module that invites; that request says who may, and is counted.", ForApiKeys = true)]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record IsAddressTaken(EmailAddress Email) : IQuery<bool>;
