using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Settings of the audit log.</summary>
/// <param name="RetentionMonths">For how many months entries are kept at least; null: for ever.</param>
/// <param name="VerifyFor">For how long a request checks a log before it leaves the rest to the next one.</param>
internal sealed record AuditSettings(int? RetentionMonths, TimeSpan VerifyFor)
{
    private const int MostMonths = 1200;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static AuditSettings Read(IConfiguration configuration) =>
        // The last statement, the entry about the check and the wait before them have the rest of the time.
        new(configuration.ReadNumber("Auditing:RetentionMonths", 1, MostMonths), RequestTimeoutSetting.Read(configuration) / 3);
}
