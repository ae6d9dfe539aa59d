using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Mails a link to another address, which becomes the caller's when it is confirmed there. The response is the same when the address has an account, the caller's too;
/// the mail says so then.
/// </summary>
/// <param name="Email">The new address.</param>
[AuthenticatedOnly("People change their own address.")]
[RequiresRecentAuthentication]
[NotAudited("Nothing is changed before the address is proved; that is audited.")]
public sealed record ChangeEmail(string? Email) : ICommand<Unit>;
