using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Demo;

/// <summary>A user of the demo data.</summary>
internal sealed record DemoPerson(string Email, string Name, UserRole Role);
