namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

/// <summary>A test that requires root: PostgreSQL runs as another user than this process.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) Skip = "Needs root: only then does PostgreSQL run as another user.";
    }
}
