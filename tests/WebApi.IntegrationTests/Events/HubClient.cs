using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Clients of the hub.</summary>
internal static class HubClient
{
    private const string Hub = "/hubs/events";

    /// <summary>Connects with ASP.NET Core's own client.</summary>
    public static async Task<HubConnection> ConnectAsync(Uri address, string token)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(address, Hub), options =>
        {
            (options.SkipNegotiation, options.Transports) = (true, HttpTransportType.WebSockets);
            options.Headers["Authorization"] = $"Bearer {token}";
        }).Build();
        await connection.StartAsync();
        return connection;
    }

    /// <summary>Opens a WebSocket, and returns what the handshake was answered.</summary>
    public static async Task<HttpStatusCode> StatusAsync(Uri address, string query, params (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(address, Hub + query)) { Scheme = "ws" }.Uri, CancellationToken.None);
        }
        catch (WebSocketException) when (socket.HttpStatusCode != default)
        {
            // Refused; the status says so.
        }

        return socket.HttpStatusCode;
    }
}
