using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Who began to link an identity, and with which session: if that has ended when they come back, nothing is linked.</summary>
internal sealed record ExternalLink(UserId UserId, OrganizationId OrganizationId, SessionId SessionId, int SecurityStamp);
