using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The user and the session that began to link an identity. Nothing is linked when the session has ended by the callback.</summary>
internal sealed record ExternalLink(UserId UserId, OrganizationId OrganizationId, SessionId SessionId, int SecurityStamp);
