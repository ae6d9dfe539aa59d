namespace CleanApi.Infrastructure.Mail;

/// <summary>How the way to the mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>TLS by STARTTLS (RFC 3207); a server that does not offer it gets no mail and no password.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314, section 3.3).</summary>
    ImplicitTls,

    /// <summary>Not at all; only on the same machine.</summary>
    None,
}
