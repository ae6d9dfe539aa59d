namespace CleanApi.Application.Common.Idempotency;

/// <summary>What a client sends with an <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header-06), as the host has received it.</summary>
public abstract class IdempotentRequest
{
    /// <summary>The name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The key: 1 to 255 printable ASCII characters, chosen by the client.</summary>
    public abstract string Key { get; }

    /// <summary>What it is sent to: method and path. Where a request has several commands, each has its own.</summary>
    public abstract string Operation { get; }

    /// <summary>SHA-256, 32 bytes: over method, path, query, media type and body, secrets included. Two requests with the same one ask for the same.</summary>
    public abstract ReadOnlyMemory<byte> Fingerprint { get; }

    /// <summary>Tells it apart by what was received in place of media type and body: the boundary of a multipart body is another one each time that it is sent.</summary>
    /// <param name="content">Stands for all that was received.</param>
    public abstract void Receive(ReadOnlySpan<byte> content);

    /// <summary>Tells the client that the answer is the stored one of an earlier request.</summary>
    public abstract void MarkReplayed();
}
