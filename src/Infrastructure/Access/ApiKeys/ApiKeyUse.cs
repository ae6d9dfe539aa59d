using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Access;

/// <summary>That a key was used.</summary>
/// <param name="Organization">The key's organization.</param>
/// <param name="Key">The key.</param>
/// <param name="At">When, UTC.</param>
internal sealed record ApiKeyUse(OrganizationId Organization, ApiKeyId Key, DateTimeOffset At);
