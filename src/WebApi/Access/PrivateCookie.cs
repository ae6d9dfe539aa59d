namespace CleanApi.WebApi.Access;

/// <summary>The attributes of every cookie that holds a secret: no script reads it, and no other site makes a browser send it along.</summary>
internal static class PrivateCookie
{
    /// <summary>The options for a path and a lifetime; a lifetime of zero deletes the cookie.</summary>
    public static CookieOptions Options(HttpContext context, IHostEnvironment environment, string path, TimeSpan maxAge) => new()
    {
        HttpOnly = true,
        // Not Strict: a link from elsewhere, and an external provider's callback, are cross-site navigations.
        SameSite = SameSiteMode.Lax,
        // A proxy may terminate TLS, so that the request's scheme is no indication.
        Secure = !environment.IsDevelopment() || context.Request.IsHttps,
        Path = path,
        MaxAge = maxAge,
        // Older browsers support only Expires.
        Expires = maxAge == TimeSpan.Zero ? DateTimeOffset.UnixEpoch : null,
        IsEssential = true,
    };
}
