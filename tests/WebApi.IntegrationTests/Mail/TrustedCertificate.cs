using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Has this process trust one more certificate, and no other, for a while.</summary>
internal sealed class TrustedCertificate : IDisposable
{
    // The one switch that SmtpClient has for it; tests only.
#pragma warning disable SYSLIB0014, MA0039
    private readonly RemoteCertificateValidationCallback? before = ServicePointManager.ServerCertificateValidationCallback;

    public TrustedCertificate(X509Certificate2 certificate) =>
        ServicePointManager.ServerCertificateValidationCallback = (_, given, _, errors) =>
            errors == SslPolicyErrors.None || given?.GetCertHashString() == certificate.Thumbprint;

    public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = before;
#pragma warning restore SYSLIB0014, MA0039
}
