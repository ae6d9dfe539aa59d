namespace CleanApi.Application.Access;

/// <summary>The pages that mails link to.</summary>
internal static class PagePaths
{
    public const string SignIn = "/auth/signin";
    public const string Register = "/auth/register";
    public const string VerifyEmail = "/auth/verify-email";
    public const string ForgotPassword = "/auth/forgot-password";
    public const string ResetPassword = "/auth/reset-password";
}
