using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Logging;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.Events;

/// <summary>
/// SignalR's JSON protocol, which tells a client what is wrong with a call that fits no method: SignalR itself says only that there was an error on the server.
/// </summary>
/// <param name="options">The JSON of messages.</param>
/// <param name="errors">Logs mistakes.</param>
internal sealed class EventsHubProtocol(IOptions<JsonHubProtocolOptions> options, HubErrors errors) : IHubProtocol
{
    private readonly JsonHubProtocol json = new(options);

    /// <inheritdoc />
    public string Name => json.Name;

    /// <inheritdoc />
    public int Version => json.Version;

    /// <inheritdoc />
    public TransferFormat TransferFormat => json.TransferFormat;

    /// <inheritdoc />
    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    /// <inheritdoc />
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    /// <inheritdoc />
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    /// <inheritdoc />
    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        bool isParsed;
        try
        {
            isParsed = json.TryParseMessage(ref input, binder, out message);
        }
        catch (InvalidDataException exception)
        {
            // SignalR closes the connection: where the next message begins is not known.
            errors.Of(new MalformedRequestError("A message is not one of SignalR's JSON protocol", exception));
            SafeException.MarkAsLogged(exception);
            throw;
        }

        if (message is InvocationBindingFailureMessage failure)
        {
            // A call of its own, so that it is counted as every other one is: SignalR answers a call that fits no method past its filters.
            message = new InvocationMessage(failure.InvocationId, EventsHub.Mistake, [failure.Target]);
        }

        return isParsed;
    }
}
