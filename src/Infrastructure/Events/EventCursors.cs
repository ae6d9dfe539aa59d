using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Events;

/// <inheritdoc />
/// <remarks>Authenticated encryption under a key of its own, bound to the organization. The first byte is the format.</remarks>
internal sealed class EventCursors(ISecretProtector protector) : IEventCursors
{
    private const string Places = "event-places";
    private const string Pages = "event-pages";
    private const byte Format = 2;

    /// <inheritdoc />
    public string WritePlace(OrganizationId organization, long position)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        return Write(Places, organization, bytes);
    }

    /// <inheritdoc />
    public long? ReadPlace(OrganizationId organization, string text) =>
        Read(Places, organization, text) is { Length: sizeof(long) } bytes ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null;

    /// <inheritdoc />
    public string WritePage(OrganizationId organization, string cursor) => Write(Pages, organization, Encoding.ASCII.GetBytes(cursor));

    /// <inheritdoc />
    public string? ReadPage(OrganizationId organization, string text) => Read(Pages, organization, text) is { } bytes ? Encoding.ASCII.GetString(bytes) : null;

    private string Write(string purpose, OrganizationId organization, ReadOnlySpan<byte> bytes) =>
        Base64Url.EncodeToString([Format, .. protector.Protect(purpose, organization.ToString(), bytes)]);

    private byte[]? Read(string purpose, OrganizationId organization, string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is [Format, .. var envelope] ? protector.UnprotectSent(purpose, organization.ToString(), envelope) : null;
}
