using System.Globalization;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Demo;

/// <summary>The users of the demo data.</summary>
public static class DemoPeople
{
    /// <summary>The password of all demo accounts.</summary>
    public const string Password = "Passw0rd!demo";

    /// <summary>The administrator of Acme.</summary>
    public const string AcmeAdmin = "admin@acme.test";

    /// <summary>Somebody with one account in both organizations.</summary>
    public const string Consultant = "consultant@demo.test";

    private const int FurtherUsers = 50;

    /// <summary>The documented accounts with their roles.</summary>
    public static IReadOnlyList<string> SignIns { get; } =
        [
            "admin@acme.test (ADMIN)", "member@acme.test (MEMBER)", "viewer@acme.test (VIEWER)", "admin@globex.test (ADMIN of another organization)",
            "consultant@demo.test (MEMBER of the one, ADMIN of the other)",
        ];

    internal static IReadOnlyList<DemoPerson> Acme { get; } =
    [
        new(AcmeAdmin, "Acme Admin", UserRole.Admin),
        new("member@acme.test", "Acme Member", UserRole.Member),
        new("viewer@acme.test", "Acme Viewer", UserRole.Viewer),
        .. Enumerable.Range(1, FurtherUsers).Select(Further),
        new(Consultant, "Demo Consultant", UserRole.Member),
    ];

    internal static IReadOnlyList<DemoPerson> Globex { get; } = [new("admin@globex.test", "Globex Admin", UserRole.Admin), new(Consultant, "Demo Consultant", UserRole.Admin)];

    /// <summary>The address of an organization's pending invitation. No mail is sent.</summary>
    internal static string InvitedTo(string organization) => $"invited@{organization.ToLowerInvariant()}.test";

    private static DemoPerson Further(int number)
    {
        var padded = number.ToString("00", CultureInfo.InvariantCulture);
        return new DemoPerson($"user{padded}@acme.test", $"Demo User {padded}", number % 5 == 0 ? UserRole.Viewer : UserRole.Member);
    }
}
