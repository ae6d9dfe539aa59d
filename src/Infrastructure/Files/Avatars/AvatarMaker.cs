using System.Security.Cryptography;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;

namespace CleanApi.Infrastructure.Files;

/// <summary>
/// Makes avatars, on half of the processors at most: a picture occupies one for tens of milliseconds, and up to 100 MB. Organizations take turns, so that a flood
/// from one makes others wait no longer than a picture takes.
/// </summary>
internal sealed class AvatarMaker(ICallerContext context, AvatarQueue queue) : IAvatarMaker
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public async Task<Avatar> MakeAsync(FileType type, Stream content, CancellationToken cancellationToken)
    {
        // Before its turn: it is the client's line that takes the time.
        using var received = new MemoryStream();
        await FileIntake.CopyAsync(type, content, received, cancellationToken);
        var organization = context.Required.OrganizationId;
        if (!await queue.Limiter.AcquireAsync(organization, cancellationToken))
        {
            throw new ServiceUnavailableError(RetryAfter, "Too many pictures are being uploaded at the moment");
        }

        try
        {
            var bytes = await Task.Run(() => AvatarPicture.Make(type, received.GetBuffer().AsSpan(0, (int)received.Length)), CancellationToken.None);
            return new Avatar(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        finally
        {
            queue.Limiter.Release(organization);
        }
    }
}
