using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Takes the caller out of one of their organizations: their sessions and keys there end. The account ends with its last membership.
/// </summary>
/// <param name="Id">An organization that the account is in.</param>
[AuthenticatedOnly("Everybody may leave.")]
[Audited("organization.left")]
[ManagesTransaction("It may be another organization than the caller's.")]
[RequiresRecentAuthentication]
[NoValidator("The id is parsed by its type.")]
public sealed record LeaveOrganization(OrganizationId Id) : ICommand<Unit>;
