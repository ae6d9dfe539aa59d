using System.Text.RegularExpressions;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>How the actions of the audit log are named.</summary>
internal static partial class AuditActions
{
    /// <summary>The thing and what was done to it, <c>user.profile_updated</c>; <c>sign_in</c> and <c>sign_out</c> are done to nothing.</summary>
    [GeneratedRegex("^(sign_in|sign_out|[a-z]+(_[a-z]+)*([.][a-z]+(_[a-z]+)*)+)$", RegexOptions.ExplicitCapture)]
    public static partial Regex Form();
}
